namespace DurableTask.Core.History;

/// <summary>An event came from outside.</summary>
public class EventRaisedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public EventRaisedEvent(int eventId, string? input) : base(eventId) => Input = input;

    /// <inheritdoc/>
    public override EventType EventType => EventType.EventRaised;

    /// <summary>The name of the event.</summary>
    public string? Name { get; set; }

    /// <summary>The payload as text.</summary>
    public string? Input { get; set; }
}
