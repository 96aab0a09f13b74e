using Isthmus.Core.Audit;
using Isthmus.Core.Deals;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Deals;

/// <summary>Keeps what a person said about a deal, so that nobody is asked twice.</summary>
public sealed class DecideDeal(DealStore store, AuditTrail audit, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(DecideDeal))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<DealDecision> step) =>
        steps.RunAsync(step, "keep the decision", async (decision, notes) =>
        {
            var state = await store.FindAsync(decision.DealId);
            await store.SaveAsync(decision.Approved
                ? state with { Stand = WinningStand.Due, Approved = decision.Key }
                : state with { Stand = WinningStand.Declined });
            var outcome = decision.Approved ? "approved" : "rejected";
            await audit.AddAsync(step.RunId, "decide deal", $"zoho-crm.deal/{decision.DealId}", outcome);
            return notes.Detail = $"Winning {state.Winning}: {outcome}.";
        });
}
