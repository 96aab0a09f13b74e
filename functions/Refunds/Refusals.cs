using Isthmus.Core.Failures;

namespace Isthmus.Functions.Refunds;

/// <summary>The failures of refunds that no vendor reports, in words for people.</summary>
internal static class Refusals
{
    public static Failure NeverReady(string reason) => new(
        FailureClass.ReferenceMissing, "isthmus", "read the refund", "never-ready", $"The refund waited in vain: {reason}",
        "Bring the order through first (see its run), or book the refund by hand; then resubmit.");

    public static Failure SentBack(string refund, string reason) => new(
        FailureClass.Permanent, "stripe", "follow the refund", "refund-failed",
        $"{reason} The money is back in the Stripe balance; what Zoho showed as refunded by {refund} was taken back.",
        "Pay the customer in another way, or ask for a new refund; then close this entry.");

    public static Failure Rejected(string anomaly) => new(
        FailureClass.Permanent, "isthmus", "approve the refund", "rejected", $"A person rejected the refund: {anomaly}",
        "Void the refund in Zoho, or resubmit it to have it looked at again.");

    public static Failure NoInvoice(string intent) => new(
        FailureClass.ReferenceMissing, "zoho-inventory", "plan the credit", "invoice-missing",
        $"No invoice in Zoho is known for the payment {intent}.",
        "Bring the order through first, or write the invoice's id into the payment's metadata zoho_invoice_id; then resubmit.");

    public static Failure TooMuch(long asked, long left, string currency) => new(
        FailureClass.Validation, "stripe", "refund the payment", "above-what-is-left",
        $"{asked} {currency} (minor units) are to go back, but only {left} {currency} (minor units) of the payment are left.",
        "Lower the refund in Zoho, or pay the rest in another way; then resubmit.")
    {
        Field = "amount",
    };

    public static Failure OtherCurrency(string asked, string paid) => new(
        FailureClass.Validation, "stripe", "refund the payment", "other-currency",
        $"The credit note is in {asked}, but the payment was in {paid}.",
        "Make the credit note in the payment's currency; then resubmit.")
    {
        Field = "currency",
    };

    public static FailureException InvoiceBusy() => new(new Failure(
        FailureClass.Locked, "zoho-inventory", "plan the credit", "invoice-busy",
        "Another refund of the same invoice is being planned at this moment.", "It is tried again by itself."));

    public static FailureException PaymentBusy() => new(new Failure(
        FailureClass.Locked, "stripe", "refund the payment", "payment-busy",
        "Another refund of the same payment is being made at this moment.", "It is tried again by itself."));
}
