using System.Text.Json;
using Isthmus.Core.Customers;
using Isthmus.Core.Failures;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Customers;

/// <summary>Takes Stripe's events about customers to the customer's run. An echo of what we wrote ends here.</summary>
public sealed class CustomerRoute(StripeCustomers customers, CustomerLinkStore links, CustomerRules rules) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) =>
        rules.Options.Enabled && type is "customer.created" or "customer.updated" or "customer.deleted";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var customer = body.GetProperty("data").GetProperty("object");
        if (customer.FindId("id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The event names no customer.");
        if (received.Type != "customer.deleted" && await IsEchoAsync(id, customer, cancellation))
            return new RouteOutcome(InboxState.Ignored, "Echo: the customer is as it is known.");
        return new RouteOutcome(InboxState.Routed, await CustomerRuns.OfCustomerAsync(client, id, received.Type, cancellation));
    }

    private async Task<bool> IsEchoAsync(string id, JsonElement customer, CancellationToken cancellation)
    {
        if (await links.FindAsync(id, cancellation) is not { State: LinkState.Linked } link
            || !link.Known.TryGetValue(CustomerSide.Stripe, out var known)) return false;
        try { return FieldHashes.Of(id, CustomerFields.Of(customers.Read(customer).Customer)).Same(known); }
        catch (FailureException) { return false; }
    }
}
