using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Disputes;

/// <summary>The dispute object.</summary>
internal static class DisputeRecord
{
    private const long Day = 24 * 3600;
    private const long DaysToAnswer = 9;

    /// <summary>What evidence may hold.</summary>
    public static readonly string[] Evidence =
    [
        "access_activity_log", "billing_address", "cancellation_policy", "cancellation_policy_disclosure", "cancellation_rebuttal",
        "customer_communication", "customer_email_address", "customer_name", "customer_purchase_ip", "customer_signature",
        "duplicate_charge_documentation", "duplicate_charge_explanation", "duplicate_charge_id", "product_description", "receipt",
        "refund_policy", "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "service_documentation",
        "shipping_address", "shipping_carrier", "shipping_date", "shipping_documentation", "shipping_tracking_number",
        "uncategorized_file", "uncategorized_text"
    ];

    public static JsonObject New(StripeAccount account, JsonObject charge, long amount, DisputeDraft draft)
    {
        var evidence = new JsonObject(Evidence.Select(name => KeyValuePair.Create(name, (JsonNode?)null)))
        {
            ["enhanced_evidence"] = new JsonObject()
        };
        return new JsonObject
        {
            ["id"] = account.NewId("dp_1"), ["object"] = "dispute", ["amount"] = amount, ["balance_transactions"] = new JsonArray(),
            ["charge"] = charge["id"]!.DeepClone(), ["created"] = account.Now, ["currency"] = charge["currency"]!.DeepClone(),
            ["enhanced_eligibility_types"] = new JsonArray(), ["evidence"] = evidence,
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = account.Now - account.Now % Day + (DaysToAnswer + 1) * Day - 1, ["enhanced_eligibility"] = new JsonObject(),
                ["has_evidence"] = false, ["past_due"] = false, ["submission_count"] = 0
            },
            ["is_charge_refundable"] = draft.Inquiry, ["livemode"] = charge["livemode"]!.DeepClone(), ["metadata"] = new JsonObject(),
            ["network_reason_code"] = CodeOf(draft.Reason), ["payment_intent"] = charge["payment_intent"]?.DeepClone(),
            ["payment_method_details"] = Details(charge, draft), ["reason"] = draft.Reason,
            ["status"] = draft.Status ?? (draft.Inquiry ? "warning_needs_response" : "needs_response")
        };
    }

    private static JsonObject? Details(JsonObject charge, DisputeDraft draft) =>
        charge["payment_method_details"]?["card"] is not { } card ? null : new JsonObject
        {
            ["card"] = new JsonObject
            {
                ["brand"] = card["brand"]?.DeepClone(), ["case_type"] = draft.Inquiry ? "inquiry" : "chargeback",
                ["network"] = card["network"]?.DeepClone(), ["network_reason_code"] = CodeOf(draft.Reason)
            },
            ["type"] = "card"
        };

    private static string CodeOf(string reason) => reason switch
    {
        "fraudulent" => "10.4",
        "product_not_received" => "13.1",
        "product_unacceptable" => "13.3",
        "duplicate" => "12.6.1",
        "credit_not_processed" => "13.6",
        "subscription_canceled" => "13.2",
        _ => "83"
    };
}
