using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Refunds.ToSage;

/// <summary>Hands a refunded credit note on to the flow that carries it to Sage 100.</summary>
public sealed class StartCreditNoteToSage(IOptions<RefundOptions> rules, IOptions<OrderToCashOptions> orders, RunStore runs, StepRunner steps)
{
    /// <summary>The activity; a note that is in Sage already is left alone.</summary>
    [Function(nameof(StartCreditNoteToSage))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<CreditNoteToSageInput> step, [DurableClient] DurableTaskClient client) =>
        steps.RunAsync(step, "hand on to Sage 100", async (input, notes) =>
        {
            var instance = CreditNoteToSageOrchestration.InstanceId(input.CreditNoteId);
            if (rules.Value.SagePosting == "none") notes.Detail = "Isthmus:Refunds:SagePosting is none.";
            else if (!orders.Value.ForwardToSage) notes.Detail = "Isthmus:OrderToCash:ForwardToSage is false.";
            else if (await runs.FindAsync(instance) is { State: RunState.Done }) notes.Detail = "It is there already.";
            else
                await FlowStart.StartOrTellAsync(
                    client, nameof(CreditNoteToSageOrchestration.CreditNoteToSage), instance, input, "refund", CancellationToken.None);
            return Nothing.Value;
        });
}
