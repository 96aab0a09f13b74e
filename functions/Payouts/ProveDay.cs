using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Payouts;

/// <summary>Reads a day at all three systems, compares, and stores the proof. A day that differs is a dead letter.</summary>
public sealed class ProveDay(
    DayAtStripe stripe, DayInZoho zoho, DayInSage sage, CreditsInSage credits, MoneyUnderWay underWay, ReconciliationStore store,
    RunStore runs, IOptions<OrderToCashOptions> orders, IOptions<RefundOptions> refundRules, StepRunner steps)
{
    /// <summary>The activity. A day that lacks only what is still under way is looked at again.</summary>
    [Function(nameof(ProveDay))]
    public Task<StepResult<ProvedDay>> Run([ActivityTrigger] Step<ProofInput> step) =>
        steps.RunAsync(step, "prove the day", async (input, notes) =>
        {
            var day = input.Day;
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = DailyProofOrchestration.Flow, Key = $"{day:yyyy-MM-dd}", State = RunState.Running,
            });
            var moved = await stripe.ReadAsync(day, notes);
            var payments = new DayMoney(
                "payments", moved.Charges, await zoho.PaymentsAsync(day),
                orders.Value.ForwardToSage ? await sage.OrdersAsync(day, moved) : null);
            var refunds = new DayMoney(
                "refunds", moved.Refunds, await zoho.RefundsAsync(day, moved.Refunds),
                orders.Value.ForwardToSage && refundRules.Value.SagePosting == "creditMemo" ? await credits.ReadAsync(moved.Refunds) : null);
            var proof = ThreeWayMatch.Prove(day, payments, refunds);
            await store.PutProofAsync(proof);
            if (proof.Holds) return new ProvedDay(notes.Detail = $"{proof.Movements} movements agree.", null);
            if (input.Last || !await OnlyUnderWayAsync(proof, moved)) throw new FailureException(Differs(proof));
            notes.Detail = $"{proof.DifferenceCount} of {proof.Movements} movements are still under way.";
            return new ProvedDay("", notes.Detail);
        });

    private async Task<bool> OnlyUnderWayAsync(DailyProof proof, StripeDay moved)
    {
        var refunds = moved.Refunds.Select(refund => refund.Key).ToHashSet(StringComparer.Ordinal);
        if (proof.Differences.Count < proof.DifferenceCount) return false;
        foreach (var lacking in proof.Differences)
        {
            if (lacking.Code != "missing") return false;
            if (await underWay.FindAsync(moved.PaymentOf.GetValueOrDefault(lacking.Key), refunds.Contains(lacking.Key)) is null) return false;
        }
        return true;
    }

    private static Failure Differs(DailyProof proof)
    {
        var first = proof.Differences.Take(5).Select(each => $"{each.Key} {each.Code} in {each.System}");
        return new Failure(
            FailureClass.Conflict, "isthmus", "prove the day", "day-differs",
            $"{proof.DifferenceCount} of {proof.Movements} movements differ: {string.Join(", ", first)}.",
            $"See GET /api/reconciliation/proofs?from={proof.Day:yyyy-MM-dd}; repair the records' own runs, then resubmit.");
    }
}
