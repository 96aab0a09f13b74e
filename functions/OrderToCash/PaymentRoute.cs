using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Core.Runs;
using Isthmus.Functions.Cancellations;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Takes every event that says that a payment may have come to the payment's order-to-cash flow.</summary>
public sealed class PaymentRoute(RunStore runs, VoidedOrders voided) : IEventRoute
{
    /// <summary>Event types by where they keep the payment intent's id.</summary>
    private static readonly Dictionary<string, string> IntentMember = new(StringComparer.Ordinal)
    {
        ["payment_intent.succeeded"] = "id",
        ["payment_intent.amount_capturable_updated"] = "id",
        ["payment_intent.processing"] = "id",
        ["payment_intent.canceled"] = "id",
        ["charge.succeeded"] = "payment_intent",
        ["charge.captured"] = "payment_intent",
        ["checkout.session.completed"] = "payment_intent",
        ["checkout.session.async_payment_succeeded"] = "payment_intent",
        ["checkout.session.async_payment_failed"] = "payment_intent",
    };

    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) => IntentMember.ContainsKey(type);

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var thing = body.GetProperty("data").GetProperty("object");
        var member = IntentMember[received.Type];
        if (IdOf(thing, member) is not { } intent)
        {
            return new RouteOutcome(InboxState.Ignored, "The event has no payment intent: nothing was paid.");
        }
        if (received.Type == "payment_intent.canceled") await voided.StartAsync(intent, received.Type, client, cancellation);
        var instance = OrderToCashOrchestration.InstanceId(intent);
        var run = await runs.FindAsync(instance, cancellation);
        if (run is { State: RunState.Done })
        {
            return new RouteOutcome(InboxState.Routed, $"{instance}, which is done already");
        }
        await FlowStart.StartOrTellAsync(
            client, nameof(OrderToCashOrchestration.OrderToCash), instance, new OrderToCashInput(intent), received.Type, cancellation,
            heeds: run is { State: RunState.Waiting });
        return new RouteOutcome(InboxState.Routed, instance);
    }

    /// <summary>The id, also where the member holds the whole payment.</summary>
    private static string? IdOf(JsonElement thing, string member) =>
        thing.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object ? value.FindId("id") : thing.FindId(member);
}
