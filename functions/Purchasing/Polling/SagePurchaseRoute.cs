using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Inbox;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>Takes what changed in Sage's purchasing to the flow of its order.</summary>
public sealed class SagePurchaseRoute(SageAgentClient sage, IOptions<PurchasingOptions> rules) : IEventRoute
{
    /// <summary>A purchase order was changed, received or deleted.</summary>
    public const string Order = "purchaseorder";

    /// <summary>A receipt was posted.</summary>
    public const string Receipt = "purchasereceipt";

    /// <inheritdoc/>
    public string Connection => SageOptions.Id;

    /// <inheritdoc/>
    public bool Takes(string type) => type is Order or Receipt;

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        if (body.FindId("PurchaseOrderNo") is not { } no)
            return new RouteOutcome(InboxState.Ignored, "The record names no purchase order.");
        if (rules.Value.FromSage) return await PurchaseStart.ToZohoAsync(no, received.Type, client, cancellation);
        if (!rules.Value.FromZoho) return new RouteOutcome(InboxState.Ignored, "Isthmus:Purchasing:Direction is off.");
        var external = received.Type == Order ? body.FindText(SageWriter.ExternalIdColumn) : await ExternalIdAsync(no, cancellation);
        return PurchaseTargets.ZohoIdOf(external) is { } id && EventIds.Usable(id)
            ? await PurchaseStart.ToSageAsync(id, received.Type, client, cancellation)
            : new RouteOutcome(InboxState.Ignored, "The order was not entered in Zoho.");
    }

    private async Task<string?> ExternalIdAsync(string no, CancellationToken cancellation)
    {
        var key = new Dictionary<string, string> { ["PurchaseOrderNo"] = no };
        return (await sage.ReadAsync("PO_PurchaseOrder", key, cancellation))?.FindText(SageWriter.ExternalIdColumn);
    }
}
