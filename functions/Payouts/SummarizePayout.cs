using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Adds a payout's stored lines up and compares the sum with what reached the bank, to the minor unit. What does not balance is
/// kept, and goes no further.
/// </summary>
public sealed class SummarizePayout(ReconciliationStore store, AuditTrail audit, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(SummarizePayout))]
    public Task<StepResult<PayoutVerdict>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "add the payout up", async (id, notes) =>
        {
            var judged = await store.JudgeAsync(id, payout => payout with { Note = Words(payout) });
            notes.Detail = judged.Note;
            if (judged.State == PayoutState.Unbalanced) throw new FailureException(Unbalanced(judged));
            await audit.AddAsync(step.RunId, "reconcile payout", "stripe.payout/" + id, judged.State.ToString());
            return new PayoutVerdict(judged.State, judged.Note!);
        });

    private static string Words(Payout payout)
    {
        var totals = payout.Totals;
        return payout.State == PayoutState.Manual
            ? $"Made by hand: Stripe cannot say what is in its {payout.Amount} {payout.Currency} (minor units)."
            : $"{totals.Lines} lines make {totals.Net} {payout.Currency} (minor units): "
                + $"{totals.Matched} matched, {totals.Explained} explained, {totals.Open} open.";
    }

    private static Failure Unbalanced(Payout payout) => new(
        FailureClass.Conflict, "stripe", "add the payout up", "payout-unbalanced",
        $"The lines make {payout.Totals.Net} {payout.Currency} (minor units), the payout is {payout.Amount} {payout.Currency} (minor units)"
            + (payout.Foreign.Count == 0 ? "." : $", and there are lines in {string.Join(", ", payout.Foreign.Keys)}."),
        $"Compare GET /api/reconciliation/{payout.Id} with the payout in Stripe's dashboard; resubmit when Stripe has corrected it.");
}
