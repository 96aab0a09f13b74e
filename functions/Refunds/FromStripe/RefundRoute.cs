using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Core.Runs;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>
/// Takes events about a refund to its flow: one that was made in Stripe to the flow that books it, one that we made to the run that
/// asked for it and that follows it to its end.
/// </summary>
public sealed class RefundRoute(RunStore runs, BookedRefunds booked) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) => type.StartsWith("refund.", StringComparison.Ordinal) || type == "charge.refund.updated";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var refund = body.GetProperty("data").GetProperty("object");
        if (refund.FindId("id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The event names no refund.");
        var sentBack = refund.FindText("status") is "failed" or "canceled";
        if (OwnRefunds.IsOurs(refund)) return await EchoAsync(refund, id, sentBack, received.Type, client, cancellation);
        var instance = RefundToZohoOrchestration.InstanceId(id);
        var run = await runs.FindAsync(instance, cancellation);
        if (run is { State: RunState.Done or RunState.Ignored } && !(sentBack && await booked.LeftTracesAsync(id)))
            return new RouteOutcome(InboxState.Routed, $"{instance}, which is over already");
        await FlowStart.StartOrTellAsync(
            client, nameof(RefundToZohoOrchestration.RefundToZoho), instance, new RefundInput(id), received.Type, cancellation,
            heeds: sentBack || run is { State: RunState.Waiting });
        return new RouteOutcome(InboxState.Routed, instance);
    }

    /// <summary>Our own refund comes back as news: only its end concerns us.</summary>
    private async Task<RouteOutcome> EchoAsync(
        JsonElement refund, string id, bool sentBack, string type, DurableTaskClient client, CancellationToken cancellation)
    {
        if (OwnRefunds.Run(refund) is not { } instance || await runs.FindAsync(instance, cancellation) is not { } run)
            return new RouteOutcome(InboxState.Ignored, "The refund was asked for in Zoho and is booked there.");
        if (sentBack && run.State == RunState.Done && await booked.FindAsync(id) is not null)
        {
            await FlowStart.StartOrTellAsync(
                client, nameof(RefundToStripeOrchestration.RefundToStripe), instance, RefundToStripeInput.OfKey(run.Key), type, cancellation);
            return new RouteOutcome(InboxState.Routed, instance);
        }
        if (sentBack || run.State == RunState.Waiting) await FlowStart.TellAsync(client, instance, type, heeds: true, cancellation);
        return new RouteOutcome(InboxState.Routed, $"{instance}, which made it");
    }
}
