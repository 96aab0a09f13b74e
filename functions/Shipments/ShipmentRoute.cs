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
        if (record.FindId("salesorder_id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The record names no sales order.");
        await TellAsync(id, received.Type, client, cancellation);
        return new RouteOutcome(InboxState.Routed, ShipmentToSageOrchestration.InstanceId(id));
    }

    /// <summary>Starts the flow of a sales order's shipments, or tells the one that runs.</summary>
    public static Task TellAsync(string salesOrderId, string news, DurableTaskClient client, CancellationToken cancellation) =>
        FlowStart.StartOrTellAsync(
            client, nameof(ShipmentToSageOrchestration.ShipmentToSage), ShipmentToSageOrchestration.InstanceId(salesOrderId),
            new ShipmentToSageInput(salesOrderId), news, cancellation);
}
