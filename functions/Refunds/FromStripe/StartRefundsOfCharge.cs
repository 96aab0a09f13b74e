using Isthmus.Connectors.Stripe;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Starts the flow of each refund of a charge that has none yet.</summary>
public sealed class StartRefundsOfCharge(StripeClient stripe, RunStore runs, StepRunner steps)
{
    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(StartRefundsOfCharge))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<string> step, [DurableClient] DurableTaskClient client) =>
        steps.RunAsync(step, "list the charge's refunds", async (charge, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = RefundToZohoOrchestration.Flow, Key = charge });
            var refunds = await stripe.ListRefundsOfChargeAsync(charge, CancellationToken.None);
            foreach (var refund in refunds.Where(refund => !OwnRefunds.IsOurs(refund)))
            {
                var id = refund.NeedText("id", StripeOptions.Id);
                var instance = RefundToZohoOrchestration.InstanceId(id);
                if (await runs.FindAsync(instance) is { State: RunState.Done or RunState.Ignored }) continue;
                await FlowStart.StartOrTellAsync(
                    client, nameof(RefundToZohoOrchestration.RefundToZoho), instance, new RefundInput(id), "charge.refunded",
                    CancellationToken.None);
            }
            return notes.Detail = $"{refunds.Count} refunds of the charge have runs of their own.";
        });
}
