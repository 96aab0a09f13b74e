using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>Makes charges: the attempts to pay a payment intent.</summary>
internal sealed class Charges(StripeAccount account)
{
    /// <summary>A charge for the intent's amount. Intent metadata is copied once, now.</summary>
    public JsonObject Add(JsonObject intent, JsonObject method, string status, bool captured, string? decline = null)
    {
        var amount = intent["amount"]!.Long();
        var failed = status == "failed";
        return account.Records.Charges.Add(new JsonObject
        {
            ["id"] = account.NewId(method["type"]!.GetValue<string>() == "card" ? "ch_3" : "py_3"), ["object"] = "charge",
            ["amount"] = amount, ["amount_captured"] = captured && status == "succeeded" ? amount : 0, ["amount_refunded"] = 0,
            ["application"] = null, ["application_fee"] = null, ["application_fee_amount"] = null, ["balance_transaction"] = null,
            ["billing_details"] = method["billing_details"]!.DeepClone(), ["calculated_statement_descriptor"] = "ISTHMUS SANDBOX",
            ["captured"] = captured && status == "succeeded", ["created"] = intent["created"]!.Long(),
            ["currency"] = intent["currency"]!.DeepClone(), ["customer"] = intent["customer"]?.DeepClone(),
            ["description"] = intent["description"]?.DeepClone(), ["disputed"] = false, ["failure_balance_transaction"] = null,
            ["failure_code"] = failed ? "card_declined" : null, ["failure_message"] = failed ? "Your card was declined." : null,
            ["fraud_details"] = new JsonObject(), ["livemode"] = intent["livemode"]!.GetValue<bool>(),
            ["metadata"] = intent["metadata"]!.DeepClone(), ["on_behalf_of"] = null, ["outcome"] = Outcome(failed, decline),
            ["paid"] = status == "succeeded", ["payment_intent"] = intent["id"]!.DeepClone(), ["payment_method"] = method["id"]!.DeepClone(),
            ["payment_method_details"] = PaymentMethods.Details(method, amount), ["radar_options"] = new JsonObject(),
            ["receipt_email"] = intent["receipt_email"]?.DeepClone(), ["receipt_number"] = null,
            ["receipt_url"] = $"https://pay.stripe.com/receipts/payment/{account.NewId("", 32)}", ["refunded"] = false, ["review"] = null,
            ["shipping"] = intent["shipping"]?.DeepClone(), ["source_transfer"] = null, ["statement_descriptor"] = null,
            ["statement_descriptor_suffix"] = null, ["status"] = status, ["transfer_data"] = null, ["transfer_group"] = null
        });
    }

    private static JsonObject Outcome(bool failed, string? decline) => new()
    {
        ["advice_code"] = null, ["network_advice_code"] = null, ["network_decline_code"] = failed ? "01" : null,
        ["network_status"] = failed ? "declined_by_network" : "approved_by_network", ["reason"] = decline, ["risk_level"] = "normal",
        ["risk_score"] = 12, ["seller_message"] = failed ? "The bank did not return any further details with this decline." : "Payment complete.",
        ["type"] = failed ? "issuer_declined" : "authorized"
    };
}
