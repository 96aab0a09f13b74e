using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>Queues stored events again whose message was lost between the store and the queue.</summary>
public sealed class InboxSweep(EventInbox inbox, WebhookIntake intake, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The connections that send events, or whose changes are kept as events.</summary>
    public static readonly IReadOnlyList<string> Connections = ["stripe", "zoho-inventory", "sage-100", "zoho-crm"];

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
}
