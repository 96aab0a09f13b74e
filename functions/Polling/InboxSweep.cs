using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>Queues stored events again whose message was lost between the store and the queue, and purges old ones.</summary>
public sealed class InboxSweep(EventInbox inbox, WebhookIntake intake, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(40);
    private static readonly string[] Connections = ["stripe", "zoho-inventory"];

    /// <summary>Every minute: events that wait for longer than two minutes.</summary>
    [Function(nameof(QueueForgottenEvents))]
    public async Task QueueForgottenEvents(
        [TimerTrigger("20 * * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var connection in Connections)
        {
            await foreach (var entry in inbox.WaitingAsync(connection, time.GetUtcNow() - Patience, cancellation))
            {
                await intake.EnqueueAsync(connection, entry.Event.EventId, cancellation);
            }
        }
    }

    /// <summary>Every night: events older than forty days.</summary>
    [Function(nameof(PurgeOldEvents))]
    public async Task PurgeOldEvents([TimerTrigger("0 30 3 * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var connection in Connections)
        {
            while (await inbox.PurgeAsync(connection, time.GetUtcNow() - Retention, cancellation) > 0) { }
        }
    }
}
