using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>
/// Takes Zoho's purchase orders and receives to the flow of their order. What we wrote ourselves is no news: our orders and
/// receives are known by how their numbers begin.
/// </summary>
public sealed class ZohoPurchaseRoute(IOptions<PurchasingOptions> rules) : IEventRoute
{
    private const string Order = "purchaseorder";
    private const string Receive = "purchasereceive";

    /// <inheritdoc/>
    public string Connection => ZohoInventoryOptions.Id;

    /// <inheritdoc/>
    public bool Takes(string type) => type is Order or Receive;

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var record = body.GetProperty(received.Type);
        var number = record.FindText("purchaseorder_number");
        if (record.FindId("purchaseorder_id") is not { } id) return Ignored("The record names no purchase order.");
        if (received.Type == Receive && rules.Value.IsOwnReceive(record.FindText("receive_number"))) return Ignored("The receive is our own.");
        if (rules.Value.FromZoho)
            return rules.Value.IsOwnOrder(number) ? Ignored("The order came from Sage.")
                : await PurchaseStart.ToSageAsync(id!, received.Type, client, cancellation);
        if (!rules.Value.FromSage) return Ignored("Isthmus:Purchasing:Direction is off.");
        if (!rules.Value.IsOwnOrder(number)) return Ignored("The order did not come from Sage.");
        if (received is { Type: Order, Source: "webhook" }) return Ignored("The order is our own; what is received of it tells of itself.");
        var no = number![rules.Value.NumberPrefix.Length..];
        return EventIds.Usable(no) ? await PurchaseStart.ToZohoAsync(no, received.Type, client, cancellation)
            : Ignored("The record names no purchase order of Sage.");
    }

    private static RouteOutcome Ignored(string why) => new(InboxState.Ignored, why);
}
