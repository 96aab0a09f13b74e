using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Has Zoho say which refund of Stripe paid the credit note back, or that none did after all.</summary>
public sealed class WriteRefundToZoho(
    ZohoInventoryClient zoho, ZohoRefundWriter writer, CrossReferenceStore references, RefundDays days, IPayloadStore payloads,
    StepRunner steps)
{
    /// <summary>Writes Stripe's id onto the record that a person made, or makes the record; answers with its id.</summary>
    [Function(nameof(WriteRefundToZoho))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<PaidBack> step) =>
        steps.RunAsync(step, "write back to Zoho", async (paid, notes) =>
        {
            zoho.BeginTurn();
            var refund = await payloads.GetAsync(paid.Order.Refund);
            return await writer.WriteAsync(
                paid.Order.CreditNoteId, paid.Order.RecordId, paid.Refund.Id, refund, step.RunId, notes);
        });

    /// <summary>
    /// The money did not leave, or came back: Zoho's record goes, and a later try is a new refund at Stripe.
    /// </summary>
    [Function(nameof(TakeRefundBack))]
    public Task<StepResult<Nothing>> TakeRefundBack([ActivityTrigger] Step<PaidBack> step) =>
        steps.RunAsync(step, "take the refund back", async (paid, notes) =>
        {
            zoho.BeginTurn();
            var key = new RefundToStripeInput(paid.Order.CreditNoteId, paid.Order.RecordId).Key;
            var record = await references.FindAsync(paid.Refund.Id, BookedRefunds.Target)
                ?? (paid.Order.RecordId is { } made ? new Reference(made, paid.Order.CreditNoteId) : null);
            if (record is not null) await writer.UndoAsync(paid.Refund.Id, record, step.RunId);
            // Named after the refund that failed: repeating this changes nothing.
            await references.ReopenAsync(key, RefundAtStripe.Target, step.RunId, "after-" + paid.Refund.Id);
            await days.ForgetAsync(key);
            notes.Detail = "The credit note is open again.";
            return Nothing.Value;
        });
}
