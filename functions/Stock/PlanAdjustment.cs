using System.Security.Cryptography;
using System.Text;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Core.Stock;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Compares what shall be available with what Zoho has available now, and keeps the differences. What Zoho shows already, because
/// the change began there, needs no correction.
/// </summary>
public sealed class PlanAdjustment(
    ZohoQuantities zoho, StockStore store, IPayloadStore payloads, RunStore runs, TimeProvider time, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(PlanAdjustment))]
    public Task<StepResult<AdjustmentPlan>> Run([ActivityTrigger] Step<StockBatchInput> step) =>
        steps.RunAsync(step, "compare with Zoho", async (input, notes) =>
        {
            var batch = input.Batch;
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = StockToZohoOrchestration.Flow, Key = batch, State = RunState.Running });
            var wanted = await store.OfBatchAsync(batch, input.First, input.Last);
            if (wanted.Count == 0) return new AdjustmentPlan(batch, null, 0, 0);
            var plan = await PlanAsync(batch, wanted);
            notes.Detail = $"{plan.Lines.Count} of {wanted.Count} quantities differ in Zoho.";
            return new AdjustmentPlan(batch, await payloads.PutAsync(CanonicalJson.Write(plan)), plan.Lines.Count, plan.Unchanged.Count);
        });

    private async Task<StockAdjustment> PlanAsync(string batch, IReadOnlyList<WantedStock> wanted)
    {
        var shown = await zoho.ReadAsync(wanted, CancellationToken.None);
        var changes = wanted.Select(row => new StockChange(row, shown[row.Key].ItemId, row.Quantity - shown[row.Key].Available)).ToList();
        var lines = changes.Where(change => change.Change != 0).ToList();
        return new StockAdjustment(
            batch, Reference(batch, lines), time.GetUtcNow(), shown[wanted[0].Key].LocationId, lines,
            [.. changes.Where(change => change.Change == 0).Select(change => change.Wanted)]);
    }

    private static string Reference(string batch, IEnumerable<StockChange> lines)
    {
        var content = $"{batch}\n{string.Join('\n', lines.Select(line => $"{line.ItemId}={line.Change:0.######}"))}";
        return "STK-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..20];
    }
}
