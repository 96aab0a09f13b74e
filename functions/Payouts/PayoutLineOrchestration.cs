using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Payouts;

/// <summary>A line that was left open is matched again, after a person or a later order has cured its cause.</summary>
public static class PayoutLineOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "payout-line";

    /// <summary>The instance id of a line.</summary>
    public static string InstanceId(string line) => "payline-" + line;

    /// <summary>Matches one line.</summary>
    [Function(nameof(MatchLineAgain))]
    public static async Task<string> MatchLineAgain([OrchestrationTrigger] TaskOrchestrationContext context, PayoutLineInput input)
    {
        try
        {
            var outcome = await context.StepAsync<PayoutLineInput, string>(nameof(MatchPayoutLine), input);
            return await context.EndAsync(RunState.Done, outcome);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.LineId, null, input);
        }
    }
}
