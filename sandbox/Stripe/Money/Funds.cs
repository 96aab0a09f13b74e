using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>What the account has, by currency: pending money becomes available when its time has come.</summary>
internal sealed class Funds(StripeAccount account)
{
    private readonly Dictionary<(bool Livemode, string Currency), Purse> purses = [];
    private readonly PriorityQueue<JsonObject, long> pending = new();

    /// <summary>Told the Unix second when money became available.</summary>
    public event Action<long>? Released;

    public IEnumerable<Purse> Purses => purses.Values;

    public Purse this[bool livemode, string currency]
    {
        get
        {
            if (!purses.TryGetValue((livemode, currency), out var purse)) purses[(livemode, currency)] = purse = new Purse(livemode, currency);
            return purse;
        }
    }

    /// <summary>Live transactions have ids of their own: the object itself does not say its mode.</summary>
    public static bool IsLive(JsonObject transaction) => transaction["id"]!.GetValue<string>().StartsWith("txn_1", StringComparison.Ordinal);

    /// <summary>Counts a transaction that was just booked, or that was read back after a restart.</summary>
    public void Enter(JsonObject transaction)
    {
        if (account.Records.PaidOut.Find(transaction["id"]!.GetValue<string>()) is not null) return;
        var on = transaction["available_on"]!.Long();
        if (transaction["status"]!.GetValue<string>() == "available")
        {
            PurseOf(transaction).Receive(transaction);
            Released?.Invoke(account.Now);
            return;
        }
        PurseOf(transaction).Expect(transaction);
        if (!pending.TryPeek(out _, out var first) || on < first) account.Agenda.At(on, Release);
        pending.Enqueue(transaction, on);
    }

    /// <summary>Makes whatever is pending available now, as if its days had passed.</summary>
    public void ReleaseAll(Purse purse)
    {
        var others = new List<JsonObject>();
        while (pending.TryDequeue(out var transaction, out _))
        {
            if (PurseOf(transaction) != purse) { others.Add(transaction); continue; }
            transaction["available_on"] = account.Now;
            Open(transaction);
        }
        foreach (var other in others) pending.Enqueue(other, other["available_on"]!.Long());
        ReleaseNext();
    }

    public void Clear()
    {
        purses.Clear();
        pending.Clear();
    }

    /// <summary>The balance object.</summary>
    public JsonObject Show(bool livemode) => new()
    {
        ["object"] = "balance", ["available"] = Sums(livemode, purse => purse.Available), ["livemode"] = livemode,
        ["pending"] = Sums(livemode, purse => purse.Pending)
    };

    private void Release(long due)
    {
        var modes = new HashSet<bool>();
        while (pending.TryPeek(out var transaction, out var on) && on <= due)
        {
            pending.Dequeue();
            Open(transaction);
            modes.Add(IsLive(transaction));
        }
        ReleaseNext();
        if (modes.Count == 0) return;
        foreach (var live in modes) account.Events.Emit("balance.available", Show(live), StripeCall.OfControl(live));
        Released?.Invoke(due);
    }

    private void ReleaseNext()
    {
        if (pending.TryPeek(out _, out var next)) account.Agenda.At(next, Release);
    }

    private void Open(JsonObject transaction)
    {
        transaction["status"] = "available";
        PurseOf(transaction).Release(transaction);
    }

    private Purse PurseOf(JsonObject transaction) => this[IsLive(transaction), transaction["currency"]!.GetValue<string>()];

    private JsonArray Sums(bool livemode, Func<Purse, long> amount)
    {
        var sums = purses.Values.Where(purse => purse.Livemode == livemode).OrderBy(purse => purse.Currency, StringComparer.Ordinal)
            .Select(purse => Sum(purse.Currency, amount(purse))).ToList();
        return sums.Count > 0 ? new JsonArray([.. sums]) : [Sum(account.Settings.SettlementCurrency ?? "gbp", 0)];
    }

    private static JsonObject Sum(string currency, long amount) => new()
    {
        ["amount"] = amount, ["currency"] = currency, ["source_types"] = new JsonObject { ["card"] = amount }
    };
}
