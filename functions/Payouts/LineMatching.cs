using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Finds the record of our books that a line belongs to: by the cross-references, then by search; or the reason why it needs none.
/// </summary>
public sealed class LineMatching(
    StripeClient stripe, ZohoInventoryClient zoho, CrossReferenceStore references, RefundRecords refunds, StripeAmounts amounts, RunStore runs,
    MoneyUnderWay underWay)
{
    /// <summary>The line with its state.</summary>
    public async Task<PayoutLine> MatchAsync(PayoutLine line) => line.Kind switch
    {
        LineKind.Charge => await MatchChargeAsync(line),
        LineKind.Refund => await MatchRefundAsync(line),
        LineKind.RefundFailure => line.Explain($"The refund {line.Source} did not arrive; its money is back."),
        LineKind.Dispute => line.Explain($"Dispute {line.Dispute ?? line.Source} of {line.PaymentKey ?? "a payment"}."),
        LineKind.Adjustment => line.Explain($"A correction by Stripe: {line.Description ?? "without a word"}."),
        LineKind.Fee => line.Explain(line.Description ?? "A fee of its own."),
        LineKind.Reserve => line.Explain(line.Amount < 0 ? "Kept back by Stripe." : "Let go by Stripe."),
        LineKind.Transfer => line.Explain("Moved between own accounts."),
        LineKind.Payout => line.Explain("The payout itself; it is not in the sum."),
        LineKind.PayoutReversal => line.Explain($"The payout {line.Source} came back."),
        _ => line.Open(
            "unknown-type", $"No table says what Stripe's type '{line.Type}' is.",
            "Look at the transaction in Stripe's dashboard and add its type to mappings/references/balance-kinds.yaml; then resubmit."),
    };

    private async Task<PayoutLine> MatchChargeAsync(PayoutLine line)
    {
        if (line.PaymentKey is { } key && await references.FindAsync(key, "zoho-inventory.payment") is { } payment)
        {
            var invoice = await references.FindAsync(key, "zoho-inventory.invoice");
            return invoice is null ? line.Match(Payment(payment.Id)) : line.Match(Payment(payment.Id), "zoho-inventory.invoice/" + invoice.Id);
        }
        return line.Source is { } charge ? await SearchAsync(line, charge) : line.Open(
            "source-missing", "Stripe names no charge for this line.", "Look at the transaction in Stripe's dashboard.");
    }

    private async Task<PayoutLine> SearchAsync(PayoutLine line, string charge)
    {
        var found = await zoho.FindPaymentsAsync(charge, CancellationToken.None);
        if (found.Count == 0) return await MissingAsync(line, charge);
        var ids = found.Select(row => row.NeedText("payment_id", ZohoInventoryOptions.Id)).ToList();
        if (found.Count > 1)
        {
            return line.Open(
                "recorded-twice", $"Zoho has the payments {string.Join(", ", ids)} for the charge {charge}.",
                "Delete those in Zoho that are too many; then resubmit.");
        }
        var booked = found[0].NeedNumber("amount", ZohoInventoryOptions.Id);
        return line.PresentmentAmount is not { } minor || booked == amounts.Decimal(minor, line.PresentmentCurrency!)
            ? line.Match(Payment(ids[0]))
            : line.Open(
                "amount-differs", $"Zoho has {booked} for the charge {charge} of {minor} {line.PresentmentCurrency} minor units.",
                "Correct the payment in Zoho; then resubmit.");
    }

    private async Task<PayoutLine> MissingAsync(PayoutLine line, string charge)
    {
        if (await underWay.FindAsync(line.PaymentKey, refund: false) is { } busy) return line.Await(busy.Id);
        var run = line.PaymentKey is { } key ? await runs.FindAsync(OrderToCashOrchestration.InstanceId(key)) : null;
        return line.Open(
            "payment-missing", $"Zoho has no payment for the charge {charge}.",
            run is null
                ? $"Bring the payment in with a sweep of stripe, or record it in Zoho with the reference number {charge}; it is then found by itself."
                : $"Repair the run {run.Id}, which is {run.State}; the line is then found by itself.");
    }

    private async Task<PayoutLine> MatchRefundAsync(PayoutLine line)
    {
        if (line.Source is not { } refund)
            return line.Open("source-missing", "Stripe names no refund for this line.", "Look at the transaction in Stripe's dashboard.");
        if (await refunds.FindAsync(refund, line.At) is { } credit) return line.Match($"{RefundRecords.Target}/{credit}");
        if (await underWay.FindAsync(line.PaymentKey, refund: true) is { } busy) return line.Await(busy.Id);
        var made = await stripe.GetRefundAsync(refund, CancellationToken.None);
        if (made.FindText("status") is "failed" or "canceled") return line.Explain($"The refund {refund} did not arrive; its money came back.");
        return line.Open(
            "credit-missing", $"Zoho has no credit note for the refund {refund}.",
            $"Repair the run refund-{refund}, or book the refund in Zoho and close this entry.");
    }

    private static string Payment(string id) => "zoho-inventory.payment/" + id;
}
