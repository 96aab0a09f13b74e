namespace DurableTask.Core.History;

/// <summary>The instance was set back to before its failure.</summary>
public class ExecutionRewoundEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public ExecutionRewoundEvent(int eventId, string? reason) : base(eventId) => Reason = reason;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionRewound;

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}
