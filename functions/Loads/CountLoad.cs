using Isthmus.Core.Loads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Loads;

/// <summary>Counts the records of a load, so that it can be said how many are left.</summary>
public sealed class CountLoad(LoadStore loads, LoadKinds kinds, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(CountLoad))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<LoadInput> step) =>
        steps.RunAsync(step, "count the records", async (input, notes) =>
        {
            await runs.BeginAsync(new Run { Id = input.Id, Flow = LoadOrchestration.Flow, Key = input.Kind, State = RunState.Running });
            var load = await loads.ChangeAsync(input.Id, stopped => stopped.State == LoadState.Failed
                ? stopped with { State = LoadState.Running, Note = null } : stopped);
            if (load.Total is null)
            {
                var total = await kinds.Get(input.Kind).CountAsync(CancellationToken.None);
                load = await loads.ChangeAsync(input.Id, counted => counted with { Total = total ?? counted.Total });
            }
            notes.Detail = load.Total is { } known ? $"{known} {load.Kind}." : $"How many {load.Kind} there are is seen at the end.";
            return Nothing.Value;
        });
}
