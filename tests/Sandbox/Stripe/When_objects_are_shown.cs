using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>Against the required fields of Stripe's OpenAPI document (2023-08-16), less what later versions renamed.</summary>
public sealed class When_objects_are_shown : StripeTest
{
    private static readonly Dictionary<string, string> Required = new()
    {
        ["customer"] = "created id livemode object",
        ["checkout.session"] = "automatic_tax created custom_fields custom_text expires_at id livemode mode object payment_method_types "
            + "payment_status shipping_options",
        ["payment_intent"] = "amount capture_method confirmation_method created currency id livemode object payment_method_types status",
        ["charge"] = "amount amount_captured amount_refunded billing_details captured created currency disputed id livemode metadata object "
            + "paid refunded status",
        ["refund"] = "amount created currency id object",
        ["balance_transaction"] = "amount available_on created currency fee fee_details id net object reporting_category status type",
        ["dispute"] = "amount balance_transactions charge created currency evidence evidence_details id is_charge_refundable livemode metadata "
            + "object reason status",
        ["payout"] = "amount arrival_date automatic created currency id livemode method object reconciliation_status source_type status type",
        ["event"] = "created data id livemode object pending_webhooks type",
        ["webhook_endpoint"] = "created enabled_events id livemode metadata object status url",
        // features was renamed marketing_features in 2024-04-10.
        ["product"] = "active created marketing_features id images livemode metadata name object updated",
        ["price"] = "active billing_scheme created currency id livemode metadata object product type",
        ["item"] = "amount_discount amount_subtotal amount_tax amount_total currency description id object"
    };

    [Fact]
    public async Task Every_object_has_the_fields_that_Stripe_always_shows()
    {
        var checkout = await CheckoutAsync(new { customer = new { create = true, email = "a@example.net" } });
        await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}&amount=1");
        await Sandbox.PostAsync("/_sandbox/stripe/disputes", new { charge = checkout["charge"]!.GetValue<string>(), inquiry = true });
        await Sandbox.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "topup", amount = 5000 });
        await Sandbox.PostAsync("/_sandbox/stripe/payouts", new { });
        await Stripe.PostAsync("/v1/webhook_endpoints", "url=http://127.0.0.1:9/x&enabled_events[]=charge.failed");
        var seen = new HashSet<string>();
        foreach (var path in Paths(checkout["session"]!.GetValue<string>())) Check(await Stripe.ReadAsync(path), seen);
        Assert.Equal(Required.Keys.Order(), seen.Order());
    }

    private static string[] Paths(string session) =>
    [
        "/v1/customers", "/v1/checkout/sessions", "/v1/payment_intents", "/v1/charges", "/v1/refunds", "/v1/balance_transactions",
        "/v1/disputes", "/v1/payouts",
        "/v1/events?limit=100", "/v1/webhook_endpoints", "/v1/products", "/v1/prices", $"/v1/checkout/sessions/{session}/line_items"
    ];

    private static void Check(JsonNode page, HashSet<string> seen)
    {
        foreach (var item in page["data"]!.AsArray().OfType<JsonObject>())
        {
            var kind = item["object"]!.GetValue<string>();
            seen.Add(kind);
            foreach (var field in Required[kind].Split(' ')) Assert.True(item.ContainsKey(field), $"{kind} lacks {field}");
        }
    }
}
