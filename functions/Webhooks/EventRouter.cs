using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Inbox;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.DeadLetters;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Webhooks;

/// <summary>
/// Takes stored events from the queue to the flows that handle them; routes are found by connection and event type.
/// </summary>
public sealed class EventRouter(EventInbox inbox, IPayloadStore payloads, IEnumerable<IEventRoute> routes,
    DeadLetterStore letters, RunStore runs)
{
    /// <summary>Routes one event; safe to repeat.</summary>
    [Function(nameof(RouteEvent))]
    public async Task RouteEvent(
        [QueueTrigger(WebhookIntake.QueueName)] EventPointer pointer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var entry = await inbox.FindAsync(pointer.Connection, pointer.EventId, cancellation)
            ?? throw new InvalidOperationException($"The inbox has no event '{pointer.EventId}' of {pointer.Connection}.");
        if (entry.State is not (InboxState.Received or InboxState.DeadLettered)) return;
        var outcome = await RouteAsync(entry.Event, client, cancellation);
        // It waits: the sweep of forgotten events queues it again by the minute.
        if (outcome.State == InboxState.Received) return;
        await inbox.SettleAsync(entry.Event, outcome.State, outcome.Outcome, cancellation);
        if (entry.State == InboxState.DeadLettered) await RecoverAsync(pointer, outcome, cancellation);
    }

    private async Task RecoverAsync(EventPointer pointer, RouteOutcome outcome, CancellationToken cancellation)
    {
        var run = PoisonedEvents.RunId(pointer.ToString());
        await letters.CloseAsync(run, cancellation);
        await runs.SetStateAsync(run, RunState.Done, outcome.Outcome, cancellation: cancellation);
    }

    private async Task<RouteOutcome> RouteAsync(InboxEvent received, DurableTaskClient client, CancellationToken cancellation)
    {
        var route = routes.FirstOrDefault(r => r.Connection == received.Connection && r.Takes(received.Type));
        if (route is null) return new RouteOutcome(InboxState.Ignored, $"No flow takes events of type '{received.Type}'.");
        using var body = JsonDocument.Parse(await received.Body.ReadAsync(payloads, cancellation));
        return await route.RouteAsync(received, body.RootElement, client, cancellation);
    }
}
