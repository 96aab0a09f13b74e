using Isthmus.Core.Customers;
using Isthmus.Functions.DeadLetters;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Customers;

/// <summary>Takes what happened to a customer, on whichever side, to the one run that it concerns.</summary>
internal static class CustomerRuns
{
    /// <summary>How the run of a customer or of a contact is started again; contacts' ids are digits.</summary>
    public static FlowRestart Restart(string key) => key.All(char.IsAsciiDigit)
        ? new(nameof(ContactOrchestration.LinkContact), new ContactInput(key))
        : new(nameof(CustomerOrchestration.SyncCustomer), new CustomerInput(key));

    /// <summary>Starts or tells the run of a Stripe customer.</summary>
    /// <returns>Its instance id.</returns>
    public static async Task<string> OfCustomerAsync(DurableTaskClient client, string stripeId, string news, CancellationToken cancellation)
    {
        var instance = CustomerOrchestration.InstanceId(stripeId);
        await FlowStart.StartOrTellAsync(
            client, nameof(CustomerOrchestration.SyncCustomer), instance, new CustomerInput(stripeId), news, cancellation);
        return instance;
    }

    /// <summary>Starts or tells the run of the customer that a contact is linked with, or else the contact's own.</summary>
    /// <returns>Its instance id.</returns>
    public static async Task<string> OfContactAsync(
        DurableTaskClient client, CustomerLink? link, string contactId, string news, CancellationToken cancellation)
    {
        if (link is not null) return await OfCustomerAsync(client, link.StripeId, news, cancellation);
        var instance = ContactOrchestration.InstanceId(contactId);
        await FlowStart.StartOrTellAsync(
            client, nameof(ContactOrchestration.LinkContact), instance, new ContactInput(contactId), news, cancellation);
        return instance;
    }
}
