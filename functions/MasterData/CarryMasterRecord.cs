using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.MasterData;

/// <summary>Carries one record as its source shows it now.</summary>
public sealed class CarryMasterRecord(IMasterRecords records, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(CarryMasterRecord))]
    public Task<StepResult<MasterCarried>> Run([ActivityTrigger] Step<MasterRecordInput> step) =>
        steps.RunAsync(step, "carry the record", async (input, notes) =>
        {
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = MasterRecordOrchestration.Flow, Key = input.BusinessKey, Number = input.Key, State = RunState.Running,
            });
            var carried = await records.CarryAsync(input, step.RunId);
            notes.Detail = carried.Review ?? carried.Words;
            return carried;
        });
}
