namespace DurableTask.Core.History;

/// <summary>The instance was ended by force.</summary>
public class ExecutionTerminatedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public ExecutionTerminatedEvent(int eventId, string? input) : base(eventId) => Input = input;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionTerminated;

    /// <summary>The output it was given, as text.</summary>
    public string? Input { get; set; }

    internal bool Recursive { get; init; }
}
