using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// A line that was left open is matched again, after a person or a later order has cured its cause; one whose record is still on
/// its way waits a day for it before it is left open.
/// </summary>
public static class PayoutLineOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "payout-line";

    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);
    private const int Looks = 24;

    /// <summary>The instance id of a line.</summary>
    public static string InstanceId(string line) => "payline-" + line;

    /// <summary>Matches one line.</summary>
    [Function(nameof(MatchLineAgain))]
    public static async Task<string> MatchLineAgain([OrchestrationTrigger] TaskOrchestrationContext context, PayoutLineInput input)
    {
        try
        {
            return await context.EndAsync(RunState.Done, await MatchAsync(context, input));
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.LineId, null, input);
        }
    }

    private static async Task<string> MatchAsync(TaskOrchestrationContext context, PayoutLineInput input)
    {
        for (var look = 1; look < Looks; look++)
        {
            var line = await context.ReadUntilAsync(
                () => context.StepAsync<PayoutLineInput, MatchedLine>(nameof(MatchPayoutLine), input), read => read.Waits, LookEvery);
            if (line.Waits is null) return line.Outcome;
        }
        return (await context.StepAsync<PayoutLineInput, MatchedLine>(nameof(MatchPayoutLine), input with { Last = true })).Outcome;
    }
}
