using System.Text.Json;
using Isthmus.Core.CrossReferences;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Cancellations;

/// <summary>Starts cancellations where an event says that an order is given up.</summary>
public sealed class VoidedOrders(CrossReferenceStore references)
{
    /// <summary>Takes a void sales order to its cancellation in Sage.</summary>
    /// <returns>What became of it, in words; null when the order is not void.</returns>
    public async Task<string?> TakeAsync(JsonElement order, string id, string news, DurableTaskClient client, CancellationToken cancellation)
    {
        if (order.FindText("status") != "void" && order.FindText("order_status") != "void") return null;
        if (await references.FindAsync(id, VoidZohoOrder.Target, cancellation) is { } ours) return $"{ours.Id}, which voided it";
        return await StartAsync(id, news, client, cancellation);
    }

    /// <summary>Starts the cancellation of a payment's order, or of an order.</summary>
    public async Task<string> StartAsync(string key, string news, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = CancellationOrchestration.InstanceId(key);
        await FlowStart.StartOrTellAsync(
            client, nameof(CancellationOrchestration.CancelOrder), instance, new CancellationInput(key), news, cancellation);
        return instance;
    }
}
