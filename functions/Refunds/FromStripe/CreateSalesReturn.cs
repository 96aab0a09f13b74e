using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>
/// Announces in Zoho, once, the goods that are expected back. Receiving them, which restores the stock, is left to whoever takes them
/// in.
/// </summary>
public sealed class CreateSalesReturn(
    ZohoInventoryClient zoho, Mapper mapper, IPayloadStore payloads, CrossReferenceStore references, WrittenRecords records, StepRunner steps)
{
    private const string Target = "zoho-inventory.salesreturn";

    /// <summary>The activity; answers with the credit whose lines name the return's.</summary>
    [Function(nameof(CreateSalesReturn))]
    public Task<StepResult<PlannedCredit>> Run([ActivityTrigger] Step<PlannedCredit> step) =>
        steps.RunAsync(step, "announce the return", async (planned, notes) =>
        {
            zoho.BeginTurn();
            var json = await payloads.GetAsync(planned.Credit);
            var claim = await references.ClaimAsync(planned.Head.RefundId, Target, step.RunId);
            if (claim.State == ClaimState.Taken) throw BeingWritten(planned);
            var known = claim.State == ClaimState.Done
                ? await zoho.GetSalesReturnAsync(claim.Reference!.Id, CancellationToken.None)
                : await WriteAsync(planned, json, claim, step.RunId, notes);
            var credit = Linked(CanonicalJson.Read<Credit>(json), known);
            return planned with { Credit = await payloads.PutAsync(CanonicalJson.Write(credit)) };
        });

    private async Task<JsonElement> WriteAsync(
        PlannedCredit planned, ReadOnlyMemory<byte> json, Claim claim, string runId, StepNotes notes)
    {
        var found = claim.State == ClaimState.Repeat
            ? await zoho.FindSalesReturnAsync(planned.Head.Number, CancellationToken.None) : null;
        var body = mapper.Map("credit-to-zoho-salesreturn", json, notes, MappingContext.Empty);
        var written = found ?? await zoho.CreateSalesReturnAsync(planned.Head.SalesOrderId, body, CancellationToken.None);
        var id = written.NeedText("salesreturn_id", ZohoInventoryOptions.Id);
        await records.AddAsync(runId, "write salesreturn", planned.Head.RefundId, Target, new Reference(id, planned.Head.Number), notes);
        notes.Detail = $"Sales return {planned.Head.Number} is {id}.";
        return written;
    }

    /// <summary>The return's lines are in the order of the credit's goods.</summary>
    private static Credit Linked(Credit credit, JsonElement written)
    {
        var ids = new Queue<string>(written.NeedList("line_items", ZohoInventoryOptions.Id)
            .Select(line => line.NeedText("line_item_id", ZohoInventoryOptions.Id)));
        return credit with
        {
            Lines = [.. credit.Lines.Select(line => line.Goods && ids.TryDequeue(out var id) ? line with { ReturnLineId = id } : line)],
        };
    }

    private static FailureException BeingWritten(PlannedCredit planned) => new(new Failure(
        FailureClass.Locked, "zoho-inventory", "announce the return", "being-written",
        $"Another run writes {planned.Head.Number} at this moment.", "It is tried again by itself."));
}
