namespace Isthmus.Connectors.Stripe;

/// <summary>The events that start or move a flow.</summary>
public static class StripeEventTypes
{
    /// <summary>Events that can mean that an order was paid, or that its fee became known.</summary>
    public static IReadOnlyList<string> OrderToCash { get; } =
    [
        "payment_intent.succeeded", "payment_intent.canceled", "charge.succeeded", "charge.captured", "charge.updated",
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
    ];

    /// <summary>Events that can mean that money goes back.</summary>
    public static IReadOnlyList<string> MoneyBack { get; } =
    [
        "refund.created", "refund.updated", "refund.failed", "charge.refunded", "charge.dispute.created", "charge.dispute.updated",
        "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated", "charge.dispute.closed",
    ];

    /// <summary>Events of money that leaves for the bank.</summary>
    public static IReadOnlyList<string> Payouts { get; } =
        ["payout.paid", "payout.reconciliation_completed", "payout.failed", "payout.canceled"];

    internal static IReadOnlyList<string> Needed { get; } = [.. OrderToCash, .. MoneyBack, .. Payouts];
}
