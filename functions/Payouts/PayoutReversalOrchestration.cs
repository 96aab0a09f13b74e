using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Payouts;

/// <summary>A payout failed or was canceled, perhaps after it was shown as paid: its entry is taken back.</summary>
public static class PayoutReversalOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "payout-reversal";

    /// <summary>The instance id of a payout's reversal.</summary>
    public static string InstanceId(string payout) => "payout-back-" + payout;

    /// <summary>Takes one payout back.</summary>
    [Function(nameof(ReversePayout))]
    public static async Task<string> ReversePayout([OrchestrationTrigger] TaskOrchestrationContext context, PayoutInput input)
    {
        try
        {
            var outcome = await context.StepAsync<string, string>(nameof(PostReversal), input.PayoutId);
            return await context.EndAsync(RunState.Done, outcome);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.PayoutId, null);
        }
    }
}
