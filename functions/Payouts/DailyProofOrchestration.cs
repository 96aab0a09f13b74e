using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Payouts;

/// <summary>One day's money is compared: Stripe's balance activity, Zoho's payments and refunds, Sage's orders.</summary>
public static class DailyProofOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "daily-proof";

    /// <summary>The instance id of a day.</summary>
    public static string InstanceId(DateOnly day) => $"proof-{day:yyyyMMdd}";

    /// <summary>Proves one day.</summary>
    [Function(nameof(ProveOneDay))]
    public static async Task<string> ProveOneDay([OrchestrationTrigger] TaskOrchestrationContext context, ProofInput input)
    {
        try
        {
            var outcome = await context.StepAsync<ProofInput, string>(nameof(ProveDay), input);
            return await context.EndAsync(RunState.Done, outcome);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, $"{input.Day:yyyy-MM-dd}", null);
        }
    }
}
