using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.ToSage;

/// <summary>Reads a credit note afresh from Zoho, and who its customer is in Sage.</summary>
public sealed class ReadCreditNote(
    ZohoInventoryClient zoho, CrossReferenceStore references, Mapper mapper, IPayloadStore payloads, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadCreditNote))]
    public Task<StepResult<CreditForSage>> Run([ActivityTrigger] Step<CreditNoteToSageInput> step) =>
        steps.RunAsync(step, "read the credit note", async (input, notes) =>
        {
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = CreditNoteToSageOrchestration.Flow, Key = input.CreditNoteId, Number = input.Number,
            });
            notes.Key = input.PaymentIntent;
            var note = await zoho.GetCreditNoteAsync(input.CreditNoteId, CancellationToken.None);
            var variables = new Dictionary<string, string>();
            if (input.PaymentIntent is { } intent) variables["paymentIntent"] = intent;
            if (await OrderNumberAsync(input.SalesOrderId) is { } order) variables["orderNumber"] = order;
            var json = mapper.Map("zoho-creditnote", note, notes, new MappingContext { Variables = variables });
            var contact = note.NeedText("customer_id", ZohoInventoryOptions.Id);
            var customer = await references.FindAsync(ContactKeys.OfContact(contact), ContactKeys.SageCustomer)
                ?? throw NotInSageYet();
            return new CreditForSage(
                input.CreditNoteId, note.NeedText("creditnote_number", ZohoInventoryOptions.Id), customer.Id, await payloads.PutAsync(json));
        });

    private async Task<string?> OrderNumberAsync(string? salesOrderId) =>
        salesOrderId is { Length: > 0 } id ? (await references.FindAsync(id, "sage-100.salesorder"))?.Id : null;

    private static FailureException NotInSageYet() => new(new Failure(
        FailureClass.Locked, "sage-100", "read the credit note", "customer-not-there-yet",
        "The customer is not in Sage yet: its order is still on the way.",
        "It is tried again by itself; if it stays, look at the order's own run."));
}
