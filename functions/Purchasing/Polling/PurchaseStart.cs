using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>Starts the flow of a purchase order, or tells the one that runs.</summary>
internal static class PurchaseStart
{
    public static Task<RouteOutcome> ToZohoAsync(string no, string news, DurableTaskClient client, CancellationToken cancellation) => TellAsync(
        nameof(PurchaseToZohoOrchestration.PurchaseToZoho), PurchaseToZohoOrchestration.InstanceId(no), no, news, client, cancellation);

    public static Task<RouteOutcome> ToSageAsync(string id, string news, DurableTaskClient client, CancellationToken cancellation) => TellAsync(
        nameof(PurchaseToSageOrchestration.PurchaseToSage), PurchaseToSageOrchestration.InstanceId(id), id, news, client, cancellation);

    private static async Task<RouteOutcome> TellAsync(
        string orchestration, string instance, string key, string news, DurableTaskClient client, CancellationToken cancellation)
    {
        await FlowStart.StartOrTellAsync(client, orchestration, instance, new PurchaseInput(key), news, cancellation);
        return new RouteOutcome(InboxState.Routed, instance);
    }
}
