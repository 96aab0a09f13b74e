using Isthmus.Connectors.Stripe;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>Writes the entry that takes a failed payout's back, where one was posted.</summary>
public sealed class PostReversal(
    StripeClient stripe, Mapper mapper, ReconciliationStore store, PayoutPosting posting, CrossReferenceStore references, RunStore runs,
    TimeProvider time, StepRunner steps)
{
    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(PostReversal))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "take the payout back", async (id, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = PayoutReversalOrchestration.Flow, Key = id, State = RunState.Running });
            if (await runs.FindAsync(PayoutReconciliationOrchestration.InstanceId(id)) is { State: RunState.Running }) throw StillAtWork();
            var read = mapper.Read<Payout>("stripe-payout", await stripe.GetPayoutAsync(id, CancellationToken.None), notes);
            if (read.Status is not ("failed" or "canceled")) return notes.Detail = $"The payout is {read.Status}; nothing is to be taken back.";
            var payout = await store.FindAsync(id) ?? read;
            var outcome = $"The payout is {read.Status}; nothing was posted for it.";
            if (await references.FindAsync(id, PayoutPosting.Target) is { } posted)
            {
                var entry = SummaryEntry.Of(payout, reverse: true) with { Date = await DayAsync(step) };
                var number = await posting.PostAsync(entry, step.RunId, notes);
                await store.NoteAsync(payout, new PayoutNotes(Reversal: number));
                outcome = $"The payout is {read.Status}; entry {posted.Id} is taken back by {number}.";
            }
            await store.PutAsync(payout with { Status = read.Status, State = PayoutState.Reversed, Note = outcome });
            return notes.Detail = outcome;
        });

    /// <summary>The day that the reversal began, so that a repeat writes the same entry.</summary>
    private async Task<DateOnly> DayAsync(Step<string> step) =>
        DateOnly.FromDateTime(((await runs.FindAsync(step.RunId))?.StartedAt ?? time.GetUtcNow()).UtcDateTime);

    private static FailureException StillAtWork() => new(new Failure(
        FailureClass.Locked, "isthmus", "take the payout back", "still-reconciled", "The payout is being reconciled at this moment.",
        "It is tried again by itself."));
}
