using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Disputes;

/// <summary>
/// Turns a lost dispute into a refund that the bank has made, for companies that credit its invoice: the steps of refunds write the
/// rest, under the dispute's id.
/// </summary>
public sealed class CreditLostDispute(
    IPayloadStore payloads, IOptions<DisputeOptions> rules, IOptions<RefundOptions> refunds, StepRunner steps)
{
    /// <summary>The activity; answers with null where nothing is to be credited.</summary>
    [Function(nameof(CreditLostDispute))]
    public Task<StepResult<RefundHead?>> Run([ActivityTrigger] Step<DisputeHead> step) =>
        steps.RunAsync<DisputeHead, RefundHead?>(step, "credit what was lost", async (head, notes) =>
        {
            if (rules.Value.OnLost != "creditNote")
            {
                notes.Detail = "The invoice stays as it is; the loss is written off.";
                return null;
            }
            var dispute = CanonicalJson.Read<Dispute>(await payloads.GetAsync(head.Dispute));
            var refund = new Refund
            {
                Key = dispute.Key,
                PaymentKey = head.PaymentIntent,
                Date = dispute.Movements.Count > 0 ? dispute.Movements[^1].Date : dispute.Date,
                Currency = dispute.Currency,
                Amount = dispute.Amount,
                Status = "succeeded",
                Reason = $"Dispute lost: {dispute.Reason}",
            };
            notes.Detail = $"{refund.Amount} {refund.Currency} minor units are credited.";
            return new RefundHead(
                RefundReadiness.Due, null, dispute.Key, head.PaymentIntent, await payloads.PutAsync(CanonicalJson.Write(refund)), head.InvoiceId,
                head.SalesOrderId, DocumentNumber.For(dispute.Key, refunds.Value.NumberPrefix), null);
        });
}
