using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.MasterData;

/// <summary>One record of a flow on its own: because it failed, because a person decides about it, or because somebody wants it now.</summary>
public static class MasterRecordOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "master-data";

    /// <summary>The name under which looks that changed something have their runs.</summary>
    public const string Looks = "master-data-look";

    /// <summary>
    /// Reads the record afresh and carries it. Where the CRM may have it already the run is held: to approve links it to the likeliest
    /// record, with the note <c>new</c> makes one of its own, with an id as the note links it to that one; to reject leaves it out.
    /// </summary>
    [Function(nameof(MasterRecord))]
    public static async Task<string> MasterRecord([OrchestrationTrigger] TaskOrchestrationContext context, MasterRecordInput input)
    {
        try
        {
            var carried = await context.StepAsync<MasterRecordInput, MasterCarried>(nameof(CarryMasterRecord), input);
            while (carried.Review is { } review)
            {
                var decision = await context.HoldAsync(review);
                var choice = decision.Approved ? ChoiceOf(decision.Note) : MasterRecordInput.Leave;
                carried = await context.StepAsync<MasterRecordInput, MasterCarried>(
                    nameof(CarryMasterRecord), input with { Choice = choice });
            }
            return await context.EndAsync(carried.Ignored ? RunState.Ignored : RunState.Done, carried.Words);
        }
        catch (StepFailedException failed) { return await context.DeadLetterAsync(failed, Flow, input.BusinessKey, null); }
    }

    private static string ChoiceOf(string? note) => note?.Trim() switch
    {
        { Length: > 0 } id when id.All(char.IsAsciiDigit) => id,
        MasterRecordInput.New => MasterRecordInput.New,
        _ => MasterRecordInput.Best,
    };
}
