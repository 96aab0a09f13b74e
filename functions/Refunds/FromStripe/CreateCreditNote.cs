using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Writes the credit note of a refund at Zoho, once, and opens it.</summary>
public sealed class CreateCreditNote(
    ZohoInventoryClient zoho, Mapper mapper, IPayloadStore payloads, DocumentWriter documents, StepRunner steps)
{
    /// <summary>Connection and kind of the document.</summary>
    public const string Target = "zoho-inventory.creditnote";

    /// <summary>The activity; opening an open note changes nothing.</summary>
    [Function(nameof(CreateCreditNote))]
    public Task<StepResult<ZohoDocument>> Run([ActivityTrigger] Step<PlannedCredit> step) =>
        steps.RunAsync(step, "create the credit note", async (planned, notes) =>
        {
            zoho.BeginTurn();
            var head = planned.Head;
            var json = await payloads.GetAsync(planned.Credit);
            var credit = CanonicalJson.Read<Credit>(json);
            var context = new MappingContext
            {
                Variables = new Dictionary<string, string> { ["number"] = head.Number, ["invoiceId"] = head.InvoiceId },
            };
            var body = mapper.Map("credit-to-zoho-creditnote", json, notes, context);
            var note = await documents.WriteAsync(
                new DocumentWrite(Target, head.RefundId, head.Number, step.RunId, "creditnote")
                {
                    Create = () => zoho.CreateCreditNoteAsync(head.InvoiceId, body, CancellationToken.None),
                    Find = () => zoho.FindCreditNoteAsync(head.Number, CancellationToken.None),
                    Total = new Money(credit.Total, credit.Currency),
                },
                notes);
            await zoho.OpenCreditNoteAsync(note.Id, CancellationToken.None);
            return note;
        });
}
