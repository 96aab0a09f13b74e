namespace DurableTask.Core.History;

/// <summary>A timer came due.</summary>
public class TimerFiredEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public TimerFiredEvent(int eventId, DateTime fireAt) : base(eventId) => FireAt = fireAt;

    /// <inheritdoc/>
    public override EventType EventType => EventType.TimerFired;

    /// <summary>The event id of the timer.</summary>
    public int TimerId { get; set; }

    /// <summary>When it was due, UTC.</summary>
    public DateTime FireAt { get; set; }
}
