using System.Text.Json.Serialization;

namespace Isthmus.Core.Inbox;

/// <summary>An event as it was received.</summary>
/// <param name="Connection">Whose event it is: stripe, zoho-inventory.</param>
/// <param name="EventId">The vendor's event id, or one that we derive from the record and its version.</param>
/// <param name="Type">The vendor's event type.</param>
/// <param name="Body">The received bytes.</param>
/// <param name="ReceivedAt">When it arrived first.</param>
/// <param name="Source">webhook or sweep.</param>
public sealed record InboxEvent(
    string Connection, string EventId, string Type, EventBody Body, DateTimeOffset ReceivedAt, string Source);

/// <summary>What became of a received event.</summary>
[JsonConverter(typeof(CamelCaseWords<InboxState>))]
public enum InboxState
{
    /// <summary>Stored; nobody has looked at it yet.</summary>
    Received,
    /// <summary>A flow was started or told.</summary>
    Routed,
    /// <summary>A rule says that nothing is to be done.</summary>
    Ignored,
    /// <summary>It could not be routed, try as we might; a dead letter says why.</summary>
    DeadLettered,
}

/// <summary>A stored event and what became of it.</summary>
/// <param name="Event">The event.</param>
/// <param name="State">What became of it.</param>
/// <param name="Outcome">The flow's instance id, or the rule's reason.</param>
public sealed record InboxEntry(InboxEvent Event, InboxState State, string? Outcome);
