using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Shipments;

/// <summary>Takes Zoho's packages and shipments to the flow of their sales order.</summary>
public sealed class ShipmentRoute : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "zoho-inventory";

    /// <inheritdoc/>
    public bool Takes(string type) => type is "package" or "shipmentorder";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var record = body.GetProperty(received.Type);
        if (!record.TryGetProperty("salesorder_id", out var member) || member.GetString() is not { Length: > 0 } id)
            return new RouteOutcome(InboxState.Ignored, "The record names no sales order.");
        var instance = ShipmentToSageOrchestration.InstanceId(id);
        await FlowStart.StartOrTellAsync(
            client, nameof(ShipmentToSageOrchestration.ShipmentToSage), instance, new ShipmentToSageInput(id), received.Type, cancellation);
        return new RouteOutcome(InboxState.Routed, instance);
    }
}
