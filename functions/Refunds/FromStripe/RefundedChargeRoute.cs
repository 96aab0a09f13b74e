using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>
/// Takes <c>charge.refunded</c>, which holds totals only, where the event's version is too old for Stripe to send an event of each
/// refund: the charge's refunds are then listed. Source: Stripe changelog, 2024-10-28.acacia.
/// </summary>
public sealed class RefundedChargeRoute : IEventRoute
{
    private const string EachRefundTells = "2024-10-28";

    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) => type == "charge.refunded";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        if (body.GetProperty("data").GetProperty("object").FindId("id") is not { } charge)
            return new RouteOutcome(InboxState.Ignored, "The event names no charge.");
        if (body.FindText("api_version") is not { } version || string.CompareOrdinal(version, EachRefundTells) >= 0)
            return new RouteOutcome(InboxState.Ignored, "Each refund of the charge tells of itself.");
        var instance = RefundsOfChargeOrchestration.InstanceId(charge);
        await FlowStart.StartOrTellAsync(
            client, nameof(RefundsOfChargeOrchestration.RefundsOfCharge), instance, charge, received.Type, cancellation);
        return new RouteOutcome(InboxState.Routed, instance);
    }
}
