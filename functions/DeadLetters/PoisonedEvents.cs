using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Inbox;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.DeadLetters;

/// <summary>Messages that the router failed on again and again become dead letters, where people look.</summary>
public sealed class PoisonedEvents(
    EventInbox inbox, IPayloadStore payloads, DeadLetterStore letters, RunStore runs, IOptions<FailurePolicyOptions> policy)
{
    /// <summary>Where the host puts messages that failed too often.</summary>
    public const string QueueName = WebhookIntake.QueueName + "-poison";

    /// <summary>The run that stands for an event which could not be routed.</summary>
    public static string RunId(string key) => "event-" + (key.Length <= 80 ? TableKey.Escape(key) : TableKey.Personal(key));

    /// <summary>Keeps the event for repair; safe to repeat.</summary>
    [Function(nameof(KeepPoisonedEvent))]
    public async Task KeepPoisonedEvent([QueueTrigger(QueueName)] string message, CancellationToken cancellation)
    {
        var pointer = Read(message);
        var key = pointer?.ToString() ?? TableKey.Personal(message);
        var entry = pointer is null ? null : await inbox.FindAsync(pointer.Connection, pointer.EventId, cancellation);
        var failure = Explain(pointer, entry);
        if (entry is not null) await inbox.SettleAsync(entry.Event, InboxState.DeadLettered, RunId(key), cancellation);
        await runs.BeginAsync(
            new Run { Id = RunId(key), Flow = Flows.Event, Key = key, State = RunState.DeadLettered, Outcome = failure.Message }, cancellation);
        await letters.AddAsync(
            new DeadLetter
            {
                RunId = RunId(key),
                Flow = Flows.Event,
                Key = key,
                Step = "RouteEvent",
                Failure = failure,
                Owner = FailurePolicy.Owner(failure, policy.Value),
                Payload = entry is null ? null : await entry.Event.Body.ReferAsync(payloads, cancellation),
            },
            cancellation);
    }

    private static EventPointer? Read(string message)
    {
        try { return JsonSerializer.Deserialize<EventPointer>(message) is { Connection: not null, EventId: not null } read ? read : null; }
        catch (JsonException) { return null; }
    }

    private static Failure Explain(EventPointer? pointer, InboxEntry? entry)
    {
        var (code, message) = (pointer, entry) switch
        {
            (null, _) => ("unreadable-message", "A message on the queue of events is none of ours."),
            (_, null) => ("event-missing", "The queue names an event that the inbox does not hold."),
            _ => ("event-not-routed", $"An event of type {entry.Event.Type} could not be taken to its flow."),
        };
        return new Failure(
            FailureClass.Bug, pointer?.Connection ?? "isthmus", "route the event", code, message,
            "Look for the error in the log, then resubmit the entry: the event goes back to the queue.");
    }
}
