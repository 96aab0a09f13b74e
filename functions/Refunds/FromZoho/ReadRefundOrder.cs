using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Reads what is to be paid back afresh from Zoho.</summary>
public sealed class ReadRefundOrder(
    ZohoInventoryClient zoho, PaidInvoices invoices, CrossReferenceStore references, Mapper mapper, IPayloadStore payloads, RunStore runs,
    StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadRefundOrder))]
    public Task<StepResult<RefundOrder>> Run([ActivityTrigger] Step<RefundToStripeInput> step) =>
        steps.RunAsync(step, "read what is to be paid back", async (input, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = RefundToStripeOrchestration.Flow, Key = input.Key });
            var note = await zoho.GetCreditNoteAsync(input.CreditNoteId, CancellationToken.None);
            var number = note.NeedText("creditnote_number", ZohoInventoryOptions.Id);
            var record = await RecordAsync(input);
            // What we have paid already stays to be paid: a repeat after the write-back must find the same.
            var paid = await references.FindAsync(input.Key, RefundAtStripe.Target) is not null;
            if (input.RecordId is not null && record is null) return Nothing("The refund was taken back in Zoho.");
            if (!paid && record?.FindText("reference_number") is { Length: > 0 } other)
                return Nothing($"The refund was paid already, as {other}.");
            if (!paid && note.FindText("status") is not ("open" or "closed")) return Nothing($"The credit note is {note.FindText("status")}.");
            if (!paid && record is null && note.FindNumber("balance") is not > 0) return Nothing("Nothing of the credit note is left.");
            if (await invoices.FindAsync(note) is not { } invoice) return Nothing("No payment of Stripe stands behind the credit note.");
            notes.Key = invoice.PaymentIntent;
            var source = JsonSerializer.SerializeToElement(record is { } made
                ? new Dictionary<string, JsonElement> { ["creditnote"] = note, ["refund"] = made }
                : new Dictionary<string, JsonElement> { ["creditnote"] = note });
            var variables = new Dictionary<string, string> { ["paymentIntent"] = invoice.PaymentIntent };
            var json = mapper.Map("zoho-refund", source, notes, new MappingContext { Variables = variables });
            return new RefundOrder(
                true, null, input.CreditNoteId, input.RecordId, number, invoice.PaymentIntent, invoice.SalesOrderId,
                await payloads.PutAsync(json));

            RefundOrder Nothing(string reason) => new(false, reason, input.CreditNoteId, input.RecordId, number, "", "", "");
        });

    private async Task<JsonElement?> RecordAsync(RefundToStripeInput input)
    {
        if (input.RecordId is null) return null;
        var found = (await zoho.ListCreditNoteRefundsAsync(input.CreditNoteId, CancellationToken.None))
            .FirstOrDefault(record => record.FindText("creditnote_refund_id") == input.RecordId);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }
}
