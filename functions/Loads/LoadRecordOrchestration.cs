using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Loads;

/// <summary>One record that a load could not carry is carried again.</summary>
public static class LoadRecordOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "load-record";

    /// <summary>Reads the record afresh and carries it.</summary>
    [Function(nameof(LoadRecord))]
    public static async Task<string> LoadRecord([OrchestrationTrigger] TaskOrchestrationContext context, LoadRecordInput input)
    {
        try
        {
            var words = await context.StepAsync<LoadRecordInput, string>(nameof(CarryLoadRecord), input);
            return await context.EndAsync(RunState.Done, words);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.BusinessKey, null);
        }
    }
}
