namespace DurableTask.Core.History;

/// <summary>The instance was halted.</summary>
public class ExecutionSuspendedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public ExecutionSuspendedEvent(int eventId, string? reason) : base(eventId) => Reason = reason;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionSuspended;

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
