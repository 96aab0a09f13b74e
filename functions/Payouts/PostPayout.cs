using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>Posts the summary of a payout to the books.</summary>
public sealed class PostPayout(ReconciliationStore store, PayoutPosting posting, StepRunner steps)
{
    /// <summary>The activity; answers with the entry's number.</summary>
    [Function(nameof(PostPayout))]
    public Task<StepResult<string?>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "post the payout", async (id, notes) =>
        {
            var payout = (await store.FindAsync(id))!;
            var number = await posting.PostAsync(SummaryEntry.Of(payout), step.RunId, notes);
            if (number is not null) await store.NoteAsync(payout, new PayoutNotes(Posting: number));
            return number;
        });
}
