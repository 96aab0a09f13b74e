using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Every record of the account. All access is under <see cref="Gate"/>.</summary>
internal sealed class StripeRecords
{
    private readonly Dictionary<string, Shelf> byName;
    private readonly Dictionary<string, Shelf> byPrefix;
    private readonly Dictionary<string, long> changed = [];

    public StripeRecords()
    {
        byName = new()
        {
            ["customers"] = Customers, ["products"] = Products, ["prices"] = Prices, ["payment_methods"] = PaymentMethods,
            ["checkout_sessions"] = Sessions, ["line_items"] = Lines, ["payment_intents"] = Intents, ["charges"] = Charges,
            ["balance_transactions"] = Balance, ["refunds"] = Refunds, ["disputes"] = Disputes, ["payouts"] = Payouts,
            ["paid_out"] = PaidOut, ["bank_accounts"] = BankAccounts, ["deleted_customers"] = DeletedCustomers,
            ["events"] = Events, ["webhook_endpoints"] = Endpoints
        };
        byPrefix = new()
        {
            ["cus"] = Customers, ["prod"] = Products, ["price"] = Prices, ["pm"] = PaymentMethods, ["cs"] = Sessions, ["li"] = Lines,
            ["pi"] = Intents, ["ch"] = Charges, ["py"] = Charges, ["txn"] = Balance, ["re"] = Refunds, ["pyr"] = Refunds,
            ["dp"] = Disputes, ["po"] = Payouts, ["ba"] = BankAccounts
        };
    }

    public Lock Gate { get; } = new();
    public Shelf Customers { get; } = new("customer", "email");
    public Shelf Products { get; } = new("product");
    public Shelf Prices { get; } = new("price", "product", "lookup_key");
    public Shelf PaymentMethods { get; } = new("PaymentMethod", "customer");
    public Shelf Sessions { get; } = new("checkout.session", "payment_intent", "customer", "customer_details.email");
    public Shelf Lines { get; } = new("line_item", "session");
    public Shelf Intents { get; } = new("payment_intent", "customer");
    public Shelf Charges { get; } = new("charge", "payment_intent", "customer");
    public Shelf Balance { get; } = new("balance_transaction", "source", "type");

    /// <summary>Which transaction is in which payout: the transaction itself does not say.</summary>
    public Shelf PaidOut { get; } = new("balance_transaction", "payout");
    public Shelf Refunds { get; } = new("refund", "charge", "payment_intent");
    public Shelf Disputes { get; } = new("dispute", "charge", "payment_intent");
    public Shelf Payouts { get; } = new("payout", "destination");
    public Shelf BankAccounts { get; } = new("bank_account", "currency");
    public Shelf DeletedCustomers { get; } = new("customer");
    public Shelf Events { get; } = new("event", "type");
    public Shelf Endpoints { get; } = new("webhook_endpoint");

    /// <summary>The object an id leads to, by its prefix.</summary>
    public JsonObject? Resolve(string id)
    {
        var end = id.IndexOf('_');
        return end > 0 && byPrefix.TryGetValue(id[..end], out var shelf) ? shelf.Find(id) : null;
    }

    /// <summary>Notes when an object was changed, for searches that find it late.</summary>
    public void Note(string id, long now) => changed[id] = now;

    /// <summary>When the object was changed last, as far as that was noted.</summary>
    public long Changed(string id, long created) => Math.Max(created, changed.GetValueOrDefault(id));

    public JsonObject Save()
    {
        lock (Gate) return new(byName.Select(shelf => KeyValuePair.Create(shelf.Key, (JsonNode?)shelf.Value.Save())));
    }

    public void Load(JsonNode saved)
    {
        lock (Gate)
            foreach (var (name, shelf) in byName) shelf.Load(saved[name]);
    }

    /// <summary>Forgets everything but the webhook endpoints.</summary>
    public void Clear()
    {
        lock (Gate)
            foreach (var shelf in byName.Values.Where(shelf => shelf != Endpoints)) shelf.Clear();
    }
}
