using Isthmus.Core.Loads;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Loads;

/// <summary>Shows a load as stopped, because a page of it cannot be read.</summary>
public sealed class StopLoad(LoadStore loads, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(StopLoad))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<LoadInput> step) =>
        steps.RunAsync(step, "stop the load", async (input, _) =>
        {
            await loads.ChangeAsync(input.Id, load => load.Open
                ? load with { State = LoadState.Failed, Note = "It could not go on; its dead letter says why." } : load);
            return Nothing.Value;
        });
}
