using Isthmus.Core.Runs;
using Isthmus.Functions.Customers.Pairing;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Customers;

/// <summary>
/// A contact that is nobody's yet gets its customer in Stripe: one that is there, or a new one. What they hold is compared by the
/// customer's own run.
/// </summary>
public static class ContactOrchestration
{
    /// <summary>The instance id of a contact's flow.</summary>
    public static string InstanceId(string contactId) => "contact-" + contactId;

    /// <summary>Finds or makes the customer, and hands on to its run; news that came meanwhile starts it over.</summary>
    [Function(nameof(LinkContact))]
    public static async Task<string> LinkContact([OrchestrationTrigger] TaskOrchestrationContext context, ContactInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        string words;
        try
        {
            var customer = await context.StepAsync<string, Counterpart>(nameof(PairContact), input.ContactId);
            if (customer.Id is not null) await context.StepAsync<string, Nothing>(nameof(StartCustomer), customer.Id);
            words = customer.Why ?? $"Linked with {customer.Id}.";
            if (!news.IsCompleted) await context.EndAsync(customer.Id is null ? RunState.Ignored : RunState.Done, words);
        }
        catch (StepFailedException failed)
        {
            words = await context.DeadLetterAsync(failed, CustomerOrchestration.Flow, input.ContactId, payload: null);
        }
        if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
        return words;
    }
}
