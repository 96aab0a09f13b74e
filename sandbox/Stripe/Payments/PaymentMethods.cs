using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>Payment methods: Stripe's test cards by their names, and one delayed method.</summary>
internal sealed class PaymentMethods(StripeAccount account)
{
    private static readonly string[] CardFields =
        ["brand", "checks", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4"];

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/payment_methods/{id}", Shapes.Read, call => account.Records.PaymentMethods.Need(call))
    ];

    /// <summary>The method a parameter names; a test card's name makes a new method of that card.</summary>
    public JsonObject Use(StripeCall call, string id, JsonObject? billing = null) => TestCards.Named(id) is { } card
        ? AddCard(call.Livemode, card.Brand, card.Last4, billing)
        : account.Records.PaymentMethods.Need(call, id, "payment_method");

    public JsonObject AddCard(bool livemode, string brand, string last4, JsonObject? billing)
    {
        var method = New("card", livemode, billing);
        method["card"] = new JsonObject
        {
            ["brand"] = brand, ["checks"] = Checks(), ["country"] = "US", ["display_brand"] = brand, ["exp_month"] = 12, ["exp_year"] = 2034,
            ["fingerprint"] = $"sandbox{brand}{last4}", ["funding"] = "credit", ["generated_from"] = null, ["last4"] = last4,
            ["networks"] = new JsonObject { ["available"] = new JsonArray(brand), ["preferred"] = null }, ["regulated_status"] = "unregulated",
            ["three_d_secure_usage"] = new JsonObject { ["supported"] = true }, ["wallet"] = null
        };
        return account.Records.PaymentMethods.Add(method);
    }

    public JsonObject AddDelayed(bool livemode, JsonObject? billing)
    {
        var method = New("sepa_debit", livemode, billing);
        method["sepa_debit"] = new JsonObject
        {
            ["bank_code"] = "37040044", ["branch_code"] = "", ["country"] = "DE", ["fingerprint"] = "sandboxsepa3000",
            ["generated_from"] = null, ["last4"] = "3000"
        };
        return account.Records.PaymentMethods.Add(method);
    }

    /// <summary>payment_method_details of a charge made with the method.</summary>
    public static JsonObject Details(JsonObject method, long amount)
    {
        var type = method["type"]!.GetValue<string>();
        var source = (JsonObject)method[type]!;
        if (type != "card")
            return new JsonObject { ["sepa_debit"] = new JsonObject { ["bank_code"] = "37040044", ["branch_code"] = "", ["country"] = "DE",
                ["fingerprint"] = "sandboxsepa3000", ["last4"] = "3000", ["mandate"] = null }, ["type"] = type };
        var card = new JsonObject(CardFields
            .Select(name => KeyValuePair.Create(name, source[name]?.DeepClone())))
        {
            ["amount_authorized"] = amount, ["authorization_code"] = null, ["installments"] = null, ["mandate"] = null,
            ["network"] = source["brand"]!.DeepClone(), ["regulated_status"] = "unregulated", ["three_d_secure"] = null, ["wallet"] = null
        };
        return new JsonObject { ["card"] = card, ["type"] = "card" };
    }

    private static JsonObject Checks() => new()
    {
        ["address_line1_check"] = "pass", ["address_postal_code_check"] = "pass", ["cvc_check"] = "pass"
    };

    private JsonObject New(string type, bool livemode, JsonObject? billing) => new()
    {
        ["id"] = account.NewId("pm_1"), ["object"] = "payment_method", ["allow_redisplay"] = "unspecified",
        ["billing_details"] = BillingDetails.Of(billing), ["created"] = account.Now, ["customer"] = null, ["livemode"] = livemode,
        ["metadata"] = new JsonObject(), ["type"] = type
    };
}
