using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>One of Stripe's test cards and what it is there to show.</summary>
/// <param name="Brand">"visa"...</param>
/// <param name="Last4">The digits by which a payment is known to be made with it.</param>
/// <param name="Decline">Decline code; null when payments succeed.</param>
/// <param name="Refund">"pending": refunds succeed later; "failed": refunds fail later; null: they succeed at once.</param>
/// <param name="Dispute">Reason of the dispute that each payment meets; null for none.</param>
/// <param name="Inquiry">Whether that dispute is an inquiry only.</param>
internal sealed record TestCard(
    string Brand, string Last4, string? Decline = null, string? Refund = null, string? Dispute = null, bool Inquiry = false);

/// <summary>The test cards, by the names that stand for a payment method.</summary>
internal static class TestCards
{
    private static readonly Dictionary<string, TestCard> ByName = new()
    {
        ["pm_card_visa"] = new("visa", "4242"),
        ["pm_card_mastercard"] = new("mastercard", "4444"),
        ["pm_card_amex"] = new("amex", "8431"),
        ["pm_card_chargeDeclined"] = new("visa", "0002", "generic_decline"),
        ["pm_card_visa_chargeDeclined"] = new("visa", "0002", "generic_decline"),
        ["pm_card_visa_chargeDeclinedInsufficientFunds"] = new("visa", "9995", "insufficient_funds"),
        ["pm_card_chargeDeclinedExpiredCard"] = new("visa", "0069", "expired_card"),
        ["pm_card_pendingRefund"] = new("visa", "7726", Refund: "pending"),
        ["pm_card_refundFail"] = new("visa", "5126", Refund: "failed"),
        ["pm_card_createDispute"] = new("visa", "0259", Dispute: "fraudulent"),
        ["pm_card_createDisputeProductNotReceived"] = new("visa", "2685", Dispute: "product_not_received"),
        ["pm_card_createDisputeInquiry"] = new("visa", "1976", Dispute: "product_not_received", Inquiry: true)
    };

    private static readonly Dictionary<string, TestCard> ByLast4 =
        ByName.Values.DistinctBy(card => card.Last4).ToDictionary(card => card.Last4);

    public static TestCard? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The test card of a charge or a payment method.</summary>
    public static TestCard? Of(JsonObject paid) =>
        (paid["payment_method_details"] ?? paid)["card"]?["last4"]?.GetValue<string>() is { } last4 ? ByLast4.GetValueOrDefault(last4) : null;
}
