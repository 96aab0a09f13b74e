namespace DurableTask.Core.History;

/// <summary>The instance went on.</summary>
public class ExecutionResumedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public ExecutionResumedEvent(int eventId, string? reason) : base(eventId) => Reason = reason;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionResumed;

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
