using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Loads;

/// <summary>Carries one record as it is now.</summary>
public sealed class CarryLoadRecord(LoadKinds kinds, RunStore runs, StepRunner steps)
{
    /// <summary>The activity; answers with one line for people.</summary>
    [Function(nameof(CarryLoadRecord))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<LoadRecordInput> step) =>
        steps.RunAsync(step, "carry the record", async (input, notes) =>
        {
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = LoadRecordOrchestration.Flow, Key = input.BusinessKey, Number = input.Key, State = RunState.Running,
            });
            var kind = kinds.Records(input.Kind);
            if (await kind.FindAsync(input.Key, CancellationToken.None) is not { } record)
                return notes.Detail = $"There is no {input.Key} among the {input.Kind} any more.";
            var outcome = await kind.CarryAsync(input.Key, record, step.RunId, dryRun: false);
            return notes.Detail = $"{input.Key} of the {input.Kind}: {outcome.ToString().ToLowerInvariant()}.";
        });
}
