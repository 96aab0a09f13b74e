using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Core.Runs;
using Isthmus.Functions.Cancellations;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.SalesOrders;

/// <summary>
/// Takes Zoho's sales orders to Sage. Orders that order-to-cash wrote are left to it: it hands them on when they are paid.
/// </summary>
public sealed class SalesOrderRoute(RunStore runs, VoidedOrders voided, IOptions<OrderToCashOptions> rules) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "zoho-inventory";

    /// <inheritdoc/>
    public bool Takes(string type) => type == "salesorder";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var order = body.GetProperty("salesorder");
        if (order.FindId("salesorder_id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The event names no sales order.");
        if (Deleted(received))
            return new RouteOutcome(InboxState.Routed, await voided.StartAsync(id, received.Type, client, cancellation));
        if (Shipped(order) || await WasShippedAsync(id, cancellation)) await ShipmentRoute.TellAsync(id, received.Type, client, cancellation);
        var instance = SalesOrderToSageOrchestration.InstanceId(id);
        var run = await runs.FindAsync(instance, cancellation);
        if (await voided.TakeAsync(order, id, received.Type, client, cancellation) is { } cancelled)
        {
            if (run is { State: RunState.Waiting }) await FlowStart.TellAsync(client, instance, received.Type, heeds: true, cancellation);
            return new RouteOutcome(InboxState.Routed, cancelled);
        }
        if (order.FindText("salesorder_number")?.StartsWith(rules.Value.NumberPrefix, StringComparison.Ordinal) == true)
        {
            return new RouteOutcome(InboxState.Ignored, "The order is our own; order-to-cash hands it on.");
        }
        if (run is { State: RunState.Done })
        {
            return new RouteOutcome(InboxState.Routed, $"{instance}, which is done already");
        }
        await FlowStart.StartOrTellAsync(
            client, nameof(SalesOrderToSageOrchestration.SalesOrderToSage), instance, new SalesOrderToSageInput(id), received.Type,
            cancellation, heeds: run is { State: RunState.Waiting });
        return new RouteOutcome(InboxState.Routed, instance);
    }

    /// <summary>What was deleted looks as it did before: only the rule's name in the webhook's address tells.</summary>
    private static bool Deleted(InboxEvent received) => received.EventId.Contains("delete", StringComparison.OrdinalIgnoreCase);

    /// <summary>Packages may have been taken back since.</summary>
    private async Task<bool> WasShippedAsync(string id, CancellationToken cancellation) =>
        await runs.FindAsync(ShipmentToSageOrchestration.InstanceId(id), cancellation) is not null;

    /// <summary>A package's own webhook may have been lost; its order's change tells as well.</summary>
    private static bool Shipped(JsonElement order) =>
        order.FindText("shipped_status") is "shipped" or "partially_shipped" or "fulfilled";
}
