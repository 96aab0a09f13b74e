using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Customers.Pairing;

/// <summary>Hands a contact that found its customer on to the customer's run.</summary>
public sealed class StartCustomer(StepRunner steps)
{
    /// <summary>The activity; a run that is at work looks once more.</summary>
    [Function(nameof(StartCustomer))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<string> step, [DurableClient] DurableTaskClient client) =>
        steps.RunAsync(step, "hand on to the customer", async (stripeId, notes) =>
        {
            notes.Key = stripeId;
            notes.Detail = await CustomerRuns.OfCustomerAsync(client, stripeId, "linked", CancellationToken.None);
            return Nothing.Value;
        });
}
