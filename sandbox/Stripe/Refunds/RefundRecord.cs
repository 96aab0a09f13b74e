using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>The refund object.</summary>
internal static class RefundRecord
{
    private const long InstructionsExpireAfter = 45 * 24 * 3600;

    public static JsonObject New(StripeAccount account, JsonObject charge, long amount, RefundDraft draft, string status)
    {
        var byCard = !charge["id"]!.GetValue<string>().StartsWith("py_", StringComparison.Ordinal);
        var refund = new JsonObject
        {
            ["id"] = account.NewId(byCard ? "re_3" : "pyr_1"), ["object"] = "refund", ["amount"] = amount, ["balance_transaction"] = null,
            ["charge"] = charge["id"]!.DeepClone(), ["created"] = account.Now, ["currency"] = charge["currency"]!.DeepClone(),
            ["customer"] = charge["customer"]?.DeepClone(), ["customer_account"] = null,
            ["destination_details"] = Destination(byCard), ["metadata"] = Patch.NewMetadata(draft.Metadata),
            ["payment_intent"] = charge["payment_intent"]?.DeepClone(), ["payment_method"] = charge["payment_method"]?.DeepClone(),
            ["reason"] = draft.Reason, ["receipt_number"] = null, ["source_transfer_reversal"] = null, ["status"] = status,
            ["transfer_reversal"] = null
        };
        if (status == "pending") refund["pending_reason"] = "processing";
        if (status == "requires_action") refund["next_action"] = NextAction(account.Now, draft.InstructionsEmail);
        return refund;
    }

    private static JsonObject NextAction(long now, string? email) => new()
    {
        ["type"] = "display_details",
        ["display_details"] = new JsonObject
        {
            ["email_sent"] = new JsonObject { ["email_sent_at"] = now, ["email_sent_to"] = email ?? "customer@example.com" },
            ["expires_at"] = now + InstructionsExpireAfter
        }
    };

    private static JsonObject Destination(bool byCard) => byCard
        ? new JsonObject
        {
            ["card"] = new JsonObject { ["reference_status"] = "pending", ["reference_type"] = "acquirer_reference_number", ["type"] = "refund" },
            ["type"] = "card"
        }
        : new JsonObject { ["sepa_credit_transfer"] = new JsonObject(), ["type"] = "sepa_credit_transfer" };
}
