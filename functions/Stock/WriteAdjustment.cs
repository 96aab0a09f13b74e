using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Core.Stock;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Writes the planned adjustment. Where Zoho refuses it, its halves are written, until what is refused is one quantity: that one
/// becomes a dead letter, its neighbours arrive.
/// </summary>
public sealed class WriteAdjustment(
    ZohoInventoryClient zoho, AdjustmentWriter writer, RefusedStock refusals, StockStore store, IPayloadStore payloads, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(WriteAdjustment))]
    public Task<StepResult<AdjustmentOutcome>> Run([ActivityTrigger] Step<AdjustmentPlan> step) =>
        steps.RunAsync(step, "adjust the stock", async (input, notes) =>
        {
            zoho.BeginTurn();
            var plan = CanonicalJson.Read<StockAdjustment>(await payloads.GetAsync(input.Adjustment!));
            var refused = plan.Lines.Count == 0 ? new HashSet<StockChange>() : await WriteAsync(plan, step.RunId, notes);
            var arrived = plan.Lines.Where(line => !refused.Contains(line)).Select(line => line.Wanted).ToList();
            await store.SettleAsync([.. arrived, .. plan.Unchanged]);
            foreach (var wanted in arrived.Concat(plan.Unchanged).Where(row => row.WasRefused)) await refusals.CloseAsync(wanted);
            notes.Detail = $"{arrived.Count} written, {plan.Unchanged.Count} unchanged, {refused.Count} refused.";
            return new AdjustmentOutcome(arrived.Count, refused.Count);
        });

    private async Task<IReadOnlySet<StockChange>> WriteAsync(StockAdjustment part, string runId, StepNotes notes)
    {
        try
        {
            if (await writer.WriteAsync(part, runId, notes)) return new HashSet<StockChange>();
        }
        catch (FailureException failed) when (RefusesARecord(failed.Failure))
        {
            if (part.Lines.Count == 1) return await RefuseAsync(part.Lines[0], runId, failed);
            await writer.SplitAsync(part);
        }
        var half = part.Lines.Count / 2;
        var first = await WriteAsync(part with { Lines = [.. part.Lines.Take(half)], Reference = part.Reference + "A" }, runId, notes);
        var second = await WriteAsync(part with { Lines = [.. part.Lines.Skip(half)], Reference = part.Reference + "B" }, runId, notes);
        return first.Union(second).ToHashSet();
    }

    private async Task<IReadOnlySet<StockChange>> RefuseAsync(StockChange line, string runId, FailureException failed)
    {
        if (runId == RefusedStock.RunOf(line.Wanted)) throw new FailureException(failed.Failure, failed);
        await refusals.OpenAsync(line.Wanted, failed.Failure);
        return new HashSet<StockChange> { line };
    }

    private static bool RefusesARecord(Failure failure) => failure is { EffectUnknown: false, Outage: false, Class:
        FailureClass.Validation or FailureClass.ReferenceMissing or FailureClass.Conflict or FailureClass.Permanent };
}
