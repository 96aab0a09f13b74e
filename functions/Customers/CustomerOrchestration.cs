using Isthmus.Core.Runs;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.Customers.Pairing;
using Isthmus.Functions.Customers.Unpairing;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Customers;

/// <summary>
/// One customer of Stripe and his contact in Zoho are made alike. The instance id is made of Stripe's id, so that whatever happens to
/// either of them meets here, one after the other.
/// </summary>
public static class CustomerOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "customer";

    /// <summary>The instance id of a customer's flow.</summary>
    public static string InstanceId(string stripeId) => "customer-" + stripeId;

    /// <summary>Makes both alike; news that came meanwhile starts it over.</summary>
    [Function(nameof(SyncCustomer))]
    public static async Task<string> SyncCustomer([OrchestrationTrigger] TaskOrchestrationContext context, CustomerInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        string words;
        try
        {
            var contact = await context.StepAsync<string, Counterpart>(nameof(PairCustomer), input.StripeId);
            words = contact.Why ?? await CarryAsync(context, input.StripeId);
            if (!news.IsCompleted) await context.EndAsync(contact.Id is null ? RunState.Ignored : RunState.Done, words);
        }
        catch (StepFailedException failed)
        {
            words = await context.DeadLetterAsync(failed, Flow, input.StripeId, payload: null);
        }
        if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
        return words;
    }

    private static async Task<string> CarryAsync(TaskOrchestrationContext context, string stripeId)
    {
        var outcome = await context.StepAsync<string, CustomerOutcome>(nameof(CarryCustomer), stripeId);
        if (outcome.Parting is not { } parting) return outcome.Words;
        var inactive = parting.Action == "inactive" || (parting.Action == "hold" && (await context.HoldAsync(Question(parting))).Approved);
        return await context.StepAsync<PairToPart, string>(nameof(PartCustomer), new(stripeId, parting.Kind, parting.Reason, inactive));
    }

    private static string Question(Parting parting) =>
        $"{parting.Reason} Approve to mark the other side as inactive; reject to leave it as it is. Either way the two are no pair any more.";
}
