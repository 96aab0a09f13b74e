using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Makes the credit note of an approved sales return, once, unless a person has made one.</summary>
public sealed class CreditSalesReturn(
    ZohoInventoryClient zoho, ReturnCredits credits, DocumentWriter documents, CrossReferenceStore references, Mapper mapper, RunStore runs,
    IOptions<RefundOptions> rules, StepRunner steps)
{
    /// <summary>The activity; answers with the credit note's id, or with nothing.</summary>
    [Function(nameof(CreditSalesReturn))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<CreditNoteInput> step) =>
        steps.RunAsync(step, "credit the return", async (input, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = CreditNoteOrchestration.Flow, Key = input.Key });
            zoho.BeginTurn();
            var returned = await zoho.GetSalesReturnAsync(input.Id, CancellationToken.None);
            if (IsOurs(returned) || !Approved(returned) || rules.Value.OnApprovedReturn != "refund") return "";
            if (await references.FindAsync(input.Key, FromStripe.CreateCreditNote.Target) is { } known) return await OpenAsync(known.Id);
            if (MadeByHand(returned) is { } made) return made;
            var (credit, invoiceId) = await credits.OfAsync(returned)
                ?? throw new FailureException(Refusals.NoInvoice("of the sales return"));
            credit = credit with { Key = input.Key, Number = DocumentNumber.For("R" + input.Id, rules.Value.NumberPrefix) };
            var variables = new Dictionary<string, string> { ["number"] = credit.Number!, ["invoiceId"] = invoiceId };
            var body = mapper.Map("credit-to-zoho-creditnote", CanonicalJson.Write(credit), notes, new MappingContext { Variables = variables });
            var note = await documents.WriteAsync(
                new DocumentWrite(FromStripe.CreateCreditNote.Target, input.Key, credit.Number!, step.RunId, "creditnote")
                {
                    Create = () => zoho.CreateCreditNoteAsync(invoiceId, body, CancellationToken.None),
                    Find = () => zoho.FindCreditNoteAsync(credit.Number!, CancellationToken.None),
                    Total = new Money(credit.Total, credit.Currency),
                },
                notes);
            return await OpenAsync(note.Id);
        });

    /// <summary>A return that we announced for a refund of Stripe is paid back already.</summary>
    private static bool IsOurs(JsonElement returned) =>
        returned.FindText("reason")?.StartsWith("Stripe refund ", StringComparison.Ordinal) == true;

    private static bool Approved(JsonElement returned) =>
        (returned.FindText("salesreturn_status") ?? returned.FindText("status"))?.ToLowerInvariant() is "approved" or "closed" or "received";

    private static string? MadeByHand(JsonElement returned) =>
        returned.TryGetProperty("creditnotes", out var notes) && notes.ValueKind == JsonValueKind.Array && notes.GetArrayLength() > 0
            ? notes[0].FindText("creditnote_id") : null;

    private async Task<string> OpenAsync(string id)
    {
        await zoho.OpenCreditNoteAsync(id, CancellationToken.None);
        await references.RecordAsync(id, StartDueRefunds.ReturnTarget, new Reference(id));
        return id;
    }
}
