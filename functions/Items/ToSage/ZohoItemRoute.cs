using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>Takes Zoho's webhooks about items to their flow, where Sage's items follow Zoho's.</summary>
public sealed class ZohoItemRoute(ZohoItemFeed feed, ItemOptions rules) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "zoho-inventory";

    /// <inheritdoc/>
    public bool Takes(string type) => type == "item";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var item = body.GetProperty("item");
        if (item.FindId("item_id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The event names no item.");
        if (!rules.ToSage) return new RouteOutcome(InboxState.Ignored, "Items do not go from Zoho to Sage: Isthmus:Items:Direction.");
        var counts = await feed.TakeAsync([item], cancellation);
        if (counts.Taken == 0) return new RouteOutcome(InboxState.Ignored, "The item is as it was known, or a rule leaves it in Zoho.");
        var instance = ItemInput.ToSage(id);
        await FlowStart.StartOrTellAsync(
            client, nameof(ItemToSageOrchestration.ItemToSage), instance, new ItemInput(id), received.Type, cancellation, heeds: false);
        return new RouteOutcome(InboxState.Routed, instance);
    }
}
