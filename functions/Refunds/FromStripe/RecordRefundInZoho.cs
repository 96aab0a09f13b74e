using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Books the refund on its credit note, and takes it back when the bank did.</summary>
public sealed class RecordRefundInZoho(
    ZohoInventoryClient zoho, ZohoRefundWriter writer, BookedRefunds booked, IPayloadStore payloads, StepRunner steps)
{
    /// <summary>Records it, once; answers with the record's id.</summary>
    [Function(nameof(RecordRefundInZoho))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<CreditToRefund> step) =>
        steps.RunAsync(step, "record the refund", async (input, notes) =>
        {
            zoho.BeginTurn();
            var refund = await payloads.GetAsync(input.Head.Refund);
            return await writer.WriteAsync(input.CreditNote.Id, null, input.Head.RefundId, refund, step.RunId, notes);
        });

    /// <summary>Takes it back; nothing happens when it was taken back before. The credit note stays: the customer is owed it.</summary>
    [Function(nameof(UndoRefundInZoho))]
    public Task<StepResult<Nothing>> UndoRefundInZoho([ActivityTrigger] Step<RefundHead> step) =>
        steps.RunAsync(step, "take the refund back", async (head, notes) =>
        {
            zoho.BeginTurn();
            if (await booked.FindAsync(head.RefundId) is { } record) await writer.UndoAsync(head.RefundId, record, step.RunId);
            notes.Detail = "The credit note is open again.";
            return Nothing.Value;
        });
}
