using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_shapes_are_held_against_Stripe_s_files : StripeTest
{
    /// <summary>Members that a sample has and answers show only when expanded, or that later versions took away.</summary>
    private static readonly Dictionary<string, string[]> NotShown = new()
    {
        ["charge"] = ["refunds", "source"], ["payment_intent"] = ["customer_account", "managed_payments"],
        ["balance"] = ["connect_reserved"], ["customer"] = ["customer_account", "sources", "subscriptions", "tax_ids"]
    };

    [VendorFilesFact]
    public async Task Every_object_has_each_member_of_its_sample()
    {
        var samples = VendorFiles.Samples();
        var missing = new List<string>();
        foreach (var shown in await ObjectsAsync())
        {
            var kind = Text(shown, "object");
            missing.AddRange(((JsonObject)samples[kind]!).Select(member => member.Key)
                .Where(name => !((JsonObject)shown).ContainsKey(name) && !NotShown.GetValueOrDefault(kind, []).Contains(name))
                .Select(name => $"{kind}.{name}"));
        }
        Assert.Equal("", string.Join(", ", missing));
    }

    [VendorFilesFact]
    public async Task Every_parameter_of_the_document_is_known()
    {
        var document = VendorFiles.Document();
        var unknown = new List<string>();
        foreach (var (method, path) in Operations())
            foreach (var name in VendorFiles.Parameters(document, method, path))
            {
                var sent = $"{path.Replace("{", "").Replace("}", "")}";
                var reply = method == "get" ? await Stripe.GetAsync($"{sent}?{name}=") : await Stripe.PostAsync(sent, $"{name}=");
                if (reply.Code == "parameter_unknown") unknown.Add($"{method} {path} {name}");
            }
        Assert.Equal("", string.Join(", ", unknown));
    }

    private static IEnumerable<(string Method, string Path)> Operations() =>
    [
        ("get", "/v1/refunds"), ("post", "/v1/refunds"), ("post", "/v1/refunds/{refund}"), ("post", "/v1/refunds/{refund}/cancel"),
        ("get", "/v1/disputes"), ("post", "/v1/disputes/{dispute}"), ("post", "/v1/disputes/{dispute}/close"),
        ("get", "/v1/payouts"), ("post", "/v1/payouts"), ("post", "/v1/payouts/{payout}"), ("post", "/v1/payouts/{payout}/cancel"),
        ("post", "/v1/payouts/{payout}/reverse"), ("get", "/v1/balance_transactions"), ("get", "/v1/balance"), ("get", "/v1/events"),
        ("get", "/v1/customers"), ("post", "/v1/customers"), ("post", "/v1/customers/{customer}"), ("get", "/v1/customers/search"),
        ("get", "/v1/payment_intents/search"), ("get", "/v1/charges/search"), ("get", "/v1/charges"), ("get", "/v1/payment_intents"),
        ("post", "/v1/payment_intents/{intent}/cancel"), ("post", "/v1/payment_intents/{intent}/capture"),
        ("get", "/v1/webhook_endpoints"), ("post", "/v1/webhook_endpoints")
    ];

    private async Task<IEnumerable<JsonNode>> ObjectsAsync()
    {
        await ConfigureAsync(new { balanceDelaySeconds = 0 });
        await CheckoutAsync(new { card = "pm_card_createDispute", customer = new { create = true, email = "ana@example.net" } });
        var paid = await CheckoutAsync();
        await Stripe.PostAsync("/v1/refunds", $"charge={paid["charge"]}&amount=100");
        await Sandbox.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "topup", amount = 9000 });
        await Sandbox.PostAsync("/_sandbox/stripe/payouts", new { });
        var shown = new List<JsonNode> { await Stripe.ReadAsync("/v1/balance") };
        foreach (var list in (string[])["refunds", "disputes", "payouts", "balance_transactions", "charges", "customers", "payment_intents"])
            shown.Add((await Stripe.ReadAsync($"/v1/{list}"))["data"]![0]!);
        return shown;
    }
}
