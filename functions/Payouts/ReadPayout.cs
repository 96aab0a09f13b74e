using Isthmus.Connectors.Stripe;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>Reads the payout afresh from Stripe and begins its record.</summary>
public sealed class ReadPayout(StripeClient stripe, Mapper mapper, ReconciliationStore store, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadPayout))]
    public Task<StepResult<PayoutReading>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "read the payout", async (id, notes) =>
        {
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = PayoutReconciliationOrchestration.Flow, Key = id, State = RunState.Running,
            });
            var document = await stripe.GetPayoutAsync(id, CancellationToken.None);
            var payout = mapper.Read<Payout>("stripe-payout", document, notes);
            notes.Detail = $"{payout.Amount} {payout.Currency} minor units, {payout.Status}.";
            var known = await store.FindAsync(id);
            if (known is null) await store.PutAsync(payout);
            else await store.PutAsync(known with { Status = payout.Status, ArrivesAt = known.ArrivesAt });
            return new PayoutReading(Waits(payout, document.FindText("reconciliation_status")), payout.Automatic, Gone(payout));
        });

    private static string? Gone(Payout payout) => payout.Status is "failed" or "canceled"
        ? $"The payout is {payout.Status}: its money is back at Stripe." : null;

    /// <summary>The lines of an automatic payout are final when Stripe says so; one made by hand has none to wait for.</summary>
    private static string? Waits(Payout payout, string? reconciliation)
    {
        if (Gone(payout) is not null) return null;
        if (payout.Automatic && reconciliation != "completed") return "Stripe has not settled yet which transactions are in the payout.";
        return !payout.Automatic && payout.Status is "pending" ? "The payout has not left yet." : null;
    }
}
