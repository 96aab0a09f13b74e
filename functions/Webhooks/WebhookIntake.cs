using System.Text.Json;
using Azure.Storage.Queues;
using Isthmus.Core.Inbox;
using Isthmus.Core.Payloads;

namespace Isthmus.Functions.Webhooks;

/// <summary>Points at a stored event; all that a queue message holds.</summary>
public sealed record EventPointer(string Connection, string EventId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static EventPointer? Parse(string text) =>
        text.IndexOf(':') is > 0 and var colon ? new(text[..colon], text[(colon + 1)..]) : null;

    /// <summary>Both in one text.</summary>
    public override string ToString() => $"{Connection}:{EventId}";
}

/// <summary>Stores an event once and puts it on the queue. When it returns, the event is durable.</summary>
public sealed class WebhookIntake(EventInbox inbox, IPayloadStore payloads, QueueServiceClient queues, TimeProvider time)
{
    /// <summary>The queue that routes events to flows.</summary>
    public const string QueueName = "events";

    private readonly QueueClient queue = queues.GetQueueClient(QueueName);

    /// <summary>Takes an event.</summary>
    /// <param name="connection">Whose event it is.</param>
    /// <param name="eventId">Its id; the same id is stored once.</param>
    /// <param name="type">The vendor's event type.</param>
    /// <param name="body">The event as it arrived.</param>
    /// <param name="source">webhook or sweep.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>False when the event was known and has been dealt with.</returns>
    public async Task<bool> TakeAsync(
        string connection, string eventId, string type, ReadOnlyMemory<byte> body, string source, CancellationToken cancellation)
    {
        var kept = await EventBody.KeepAsync(body, payloads, cancellation);
        var fresh = await inbox.AddAsync(new InboxEvent(connection, eventId, type, kept, time.GetUtcNow(), source), cancellation);
        if (!fresh && await inbox.FindAsync(connection, eventId, cancellation) is { State: not InboxState.Received }) return false;
        await EnqueueAsync(connection, eventId, cancellation);
        return true;
    }

    /// <summary>Puts a stored event on the queue, once more where it was forgotten.</summary>
    public Task EnqueueAsync(string connection, string eventId, CancellationToken cancellation) =>
        queue.SendMessageAsync(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(new EventPointer(connection, eventId))),
            cancellationToken: cancellation);
}
