namespace Isthmus.Sandbox.Stripe.Disputes;

/// <summary>A dispute that a cardholder opens.</summary>
/// <param name="Reason">"fraudulent", "product_not_received"...</param>
/// <param name="Inquiry">A question first: no money moves yet.</param>
/// <param name="Amount">Minor units; null for what the charge still holds.</param>
/// <param name="Withdraw">Whether the bank takes the money at once; inquiries never do.</param>
/// <param name="Status">Open status to begin with; null for the one that needs a response.</param>
internal sealed record DisputeDraft(string Reason, bool Inquiry, long? Amount = null, bool Withdraw = true, string? Status = null)
{
    public static readonly string[] Reasons =
    [
        "bank_cannot_process", "check_returned", "credit_not_processed", "customer_initiated", "debit_not_authorized", "duplicate",
        "fraudulent", "general", "incorrect_account_details", "insufficient_funds", "noncompliant", "product_not_received",
        "product_unacceptable", "subscription_canceled", "unrecognized"
    ];
}
