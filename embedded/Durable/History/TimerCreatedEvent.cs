namespace DurableTask.Core.History;

/// <summary>A timer was set.</summary>
public class TimerCreatedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public TimerCreatedEvent(int eventId, DateTime fireAt) : base(eventId) => FireAt = fireAt;

    /// <inheritdoc/>
    public override EventType EventType => EventType.TimerCreated;

    /// <summary>When it is due, UTC.</summary>
    public DateTime FireAt { get; set; }
}
