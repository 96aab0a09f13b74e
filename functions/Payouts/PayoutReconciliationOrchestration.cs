using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// One Stripe payout is taken apart: every line finds its record or its reason, the sum is compared with what reached the bank,
/// fees go onto the customer payments, and one entry into the books.
/// </summary>
public static class PayoutReconciliationOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "payout-reconciliation";

    /// <summary>How long it waits for Stripe's word before it looks by itself, and how often it does.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(6);
    private const int Looks = 28;

    /// <summary>The instance id of a payout.</summary>
    public static string InstanceId(string payout) => "payout-" + payout;

    /// <summary>Reconciles one payout.</summary>
    [Function(nameof(ReconcilePayout))]
    public static async Task<string> ReconcilePayout([OrchestrationTrigger] TaskOrchestrationContext context, PayoutInput input)
    {
        try
        {
            var payout = await ReadAsync(context, input.PayoutId);
            if (payout.Gone is { } gone) return await context.EndAsync(RunState.Ignored, gone);
            for (var page = payout.Automatic ? new PayoutPage(input.PayoutId, null) : null; page is not null;)
            {
                var matched = await context.StepAsync<PayoutPage, MatchedPage>(nameof(MatchPayoutPage), page);
                page = matched.Next is { } next ? page with { After = next } : null;
            }
            var verdict = await context.StepAsync<string, PayoutVerdict>(nameof(SummarizePayout), input.PayoutId);
            await RecordDepositsAsync(context, input.PayoutId);
            var entry = await context.StepAsync<string, string?>(nameof(PostPayout), input.PayoutId);
            return await context.EndAsync(RunState.Done, verdict.Note, entry);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.PayoutId, null);
        }
    }

    private static async Task<PayoutReading> ReadAsync(TaskOrchestrationContext context, string payout)
    {
        for (var look = 1; ; look++)
        {
            var reading = await context.ReadUntilAsync(
                () => context.StepAsync<string, PayoutReading>(nameof(ReadPayout), payout), read => read.Waits, LookEvery);
            if (reading.Waits is not { } reason) return reading;
            if (look == Looks) throw NeverReady(reason);
        }
    }

    private static async Task RecordDepositsAsync(TaskOrchestrationContext context, string payout)
    {
        for (var day = (DateOnly?)DateOnly.MinValue; day is { } from;)
            day = (await context.StepAsync<DepositDay, DepositsWritten>(nameof(RecordDeposits), new(payout, from))).Next;
    }

    private static StepFailedException NeverReady(string reason) => new(
        nameof(ReadPayout),
        new Failure(
            FailureClass.Transient, "stripe", "read the payout", "payout-never-ready", reason,
            "Look at the payout in Stripe's dashboard; resubmit when its reconciliation is completed."));
}
