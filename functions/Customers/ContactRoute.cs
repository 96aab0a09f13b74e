using System.Text.Json;
using Isthmus.Core.Customers;
using Isthmus.Core.Failures;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Customers;

/// <summary>Takes Zoho's changes of contacts to the run of the customer, or of the contact that has none. An echo ends here.</summary>
public sealed class ContactRoute(ZohoContacts contacts, CustomerLinkStore links, CustomerRules rules) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "zoho-inventory";

    /// <inheritdoc/>
    public bool Takes(string type) => rules.Options.Enabled && type == "contact";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var contact = body.TryGetProperty("contact", out var named) ? named : default;
        if (contact.FindId("contact_id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The event names no contact.");
        var link = await links.FindOfContactAsync(id, cancellation);
        if (link is not null && !ZohoEvents.SaysDeleted(received) && IsEcho(link, contact))
            return new RouteOutcome(InboxState.Ignored, "Echo: the contact is as it is known.");
        return new RouteOutcome(InboxState.Routed, await CustomerRuns.OfContactAsync(client, link, id, received.Type, cancellation));
    }

    private bool IsEcho(CustomerLink link, JsonElement contact)
    {
        if (link.State != LinkState.Linked || !link.Known.TryGetValue(CustomerSide.Zoho, out var known)) return false;
        if (contact.FindText("status") is not "active") return false;
        try { return FieldHashes.Of(link.StripeId, CustomerFields.Of(contacts.Read(contact).Customer)).Same(known); }
        catch (FailureException) { return false; }
    }
}
