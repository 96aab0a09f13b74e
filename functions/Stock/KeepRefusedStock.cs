using Isthmus.Core.Stock;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Stock;

/// <summary>Keeps the quantities of a batch that gave up where its dead letter, or a newer quantity, finds them.</summary>
public sealed class KeepRefusedStock(StockStore store, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(KeepRefusedStock))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<StockBatchInput> step) =>
        steps.RunAsync(step, "keep the quantities", async (input, _) =>
        {
            await store.RefuseAsync(await store.OfBatchAsync(input.Batch, input.First, input.Last), input.Batch);
            return Nothing.Value;
        });
}
