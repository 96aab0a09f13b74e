using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// One day's money is compared: Stripe's balance activity, Zoho's payments and refunds, Sage's orders. What is still under way is
/// waited for, a day at most.
/// </summary>
public static class DailyProofOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "daily-proof";

    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(1);
    private const int Looks = 24;

    /// <summary>The instance id of a day.</summary>
    public static string InstanceId(DateOnly day) => $"proof-{day:yyyyMMdd}";

    /// <summary>Proves one day.</summary>
    [Function(nameof(ProveOneDay))]
    public static async Task<string> ProveOneDay([OrchestrationTrigger] TaskOrchestrationContext context, ProofInput input)
    {
        try
        {
            return await context.EndAsync(RunState.Done, await ProveAsync(context, input));
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, $"{input.Day:yyyy-MM-dd}", null);
        }
    }

    private static async Task<string> ProveAsync(TaskOrchestrationContext context, ProofInput input)
    {
        for (var look = 1; look < Looks; look++)
        {
            var day = await context.ReadUntilAsync(
                () => context.StepAsync<ProofInput, ProvedDay>(nameof(ProveDay), input), read => read.Waits, LookEvery);
            if (day.Waits is null) return day.Outcome;
        }
        return (await context.StepAsync<ProofInput, ProvedDay>(nameof(ProveDay), input with { Last = true })).Outcome;
    }
}
