using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Payments;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>The body of POST /_sandbox/stripe/checkouts, checked.</summary>
internal sealed class CheckoutRequest
{
    private const int MostLines = 1000;

    public CheckoutRequest(JsonObject body)
    {
        body.AllowOnly("id", "customer", "billing", "shipping", "currency", "lines", "discount", "metadata", "paymentIntentMetadata", "capture",
            "captureAmount", "method", "card", "direct", "livemode", "created", "deliver", "duplicates");
        Body = body;
        Currency = body.Get("currency", "gbp")!.ToLowerInvariant();
        if (!Currencies.IsKnown(Currency)) throw new ControlException($"currency '{Currency}' is not one of Stripe's.");
        Customer = body["customer"] as JsonObject ?? [];
        Customer.AllowOnly("id", "create", "email", "name", "phone", "metadata");
        Shipping = body["shipping"] as JsonObject;
        Shipping?.AllowOnly("name", "phone", "address", "amount", "tax");
        Lines = (body["lines"] as JsonArray ?? throw new ControlException("'lines' is missing."))
            .Select((line, i) => line as JsonObject ?? throw new ControlException($"lines[{i}] must be an object.")).ToList();
        if (Lines.Count is 0 or > MostLines) throw new ControlException($"A checkout has 1 to {MostLines} lines, not {Lines.Count}.");
        Drafts = Lines.Select(Draft).ToList();
        Totals = Checkout.Totals.Of(Drafts, CheckedDiscount());
        if (Duplicates is < 0 or > 50) throw new ControlException("'duplicates' goes from 0 to 50.");
    }

    public JsonObject Body { get; }
    public string Currency { get; }
    public JsonObject Customer { get; }
    public JsonObject? Shipping { get; }
    public IReadOnlyList<JsonObject> Lines { get; }
    public IReadOnlyList<LineDraft> Drafts { get; }
    public IReadOnlyList<LineTotals> Totals { get; }

    public string? Reference => Body.Get<string>("id");
    public bool Livemode => Body.Get<bool>("livemode");
    public bool Direct => Body.Get<bool>("direct");
    public bool Delayed => Choice("method", "card", "delayed") == "delayed";

    /// <summary>A test card by Stripe's name for it: "pm_card_refundFail"...</summary>
    public string Card => Body.Get<string>("card") is { } name && TestCards.Named(name) is null
        ? throw new ControlException($"'card' is none of Stripe's test cards: {name}.")
        : Body.Get("card", "pm_card_visa")!;

    public bool Manual => Choice("capture", "automatic", "manual") == "manual";
    public long? CaptureAmount => Body.Get<long?>("captureAmount");
    public long? Created => Body.Get<long?>("created");
    public int Duplicates => Body.Get<int>("duplicates");
    public long ShippingAmount => Shipping?.Get<long>("amount") ?? 0;
    public long ShippingTax => Shipping?.Get<long>("tax") ?? 0;

    /// <summary>Name, phone and address of the receiver, or null when nothing is shipped.</summary>
    public JsonObject? Receiver => Shipping?["address"] is null ? null : new JsonObject
    {
        ["name"] = (Shipping["name"] ?? Customer["name"])?.DeepClone(), ["phone"] = Shipping["phone"]?.DeepClone(),
        ["address"] = Shipping["address"]!.DeepClone()
    };

    /// <summary>"now", "lost" or "shuffled".</summary>
    public string Deliver => Body["deliver"] switch
    {
        null => "now",
        JsonValue value when value.TryGetValue<bool>(out var now) => now ? "now" : "lost",
        JsonValue value when value.ToString() == "shuffled" => "shuffled",
        _ => throw new ControlException("'deliver' is true, false or \"shuffled\".")
    };

    private string Choice(string name, string usual, string other) => Body.Get<string>(name) switch
    {
        null => usual,
        var chosen when chosen == usual || chosen == other => chosen,
        var chosen => throw new ControlException($"'{name}' is \"{usual}\" or \"{other}\", not \"{chosen}\".")
    };

    private LineDraft Draft(JsonObject line)
    {
        line.AllowOnly("sku", "description", "quantity", "unitAmount", "discount", "tax", "taxRate", "metadata");
        var quantity = line.Get("quantity", 1L);
        if (quantity < 1) throw new ControlException($"Stripe sells no quantity of {quantity}.");
        var rate = line["taxRate"] is { } text ? CatalogPrices.UnitAmount(text) : 0;
        var draft = new LineDraft(line.Get<string>("description") ?? line.Get<string>("sku") ?? "Article", quantity,
            CatalogPrices.UnitAmount(line["unitAmount"]), line.Get<long>("discount"), line.Get<long?>("tax"), rate);
        return draft.Discount >= 0 && draft.Discount <= draft.Subtotal ? draft
            : throw new ControlException($"The discount {draft.Discount} of line '{draft.Description}' does not fit its {draft.Subtotal}.");
    }

    private long CheckedDiscount()
    {
        var discount = Body.Get<long>("discount");
        return discount >= 0 && discount <= Drafts.Sum(line => line.Subtotal - line.Discount) ? discount
            : throw new ControlException($"The discount {discount} does not fit the lines.");
    }
}
