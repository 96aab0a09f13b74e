namespace DurableTask.Core.History;

/// <summary>The instance began.</summary>
public class ExecutionStartedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public ExecutionStartedEvent(int eventId, string? input) : base(eventId) => Input = input;

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionStarted;

    /// <summary>The orchestrator.</summary>
    public string? Name { get; set; }

    /// <summary>The version of the instance.</summary>
    public string? Version { get; set; }

    /// <summary>The input as text.</summary>
    public string? Input { get; set; }

    /// <summary>The labels.</summary>
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>The orchestration that started this one.</summary>
    public ParentInstance? ParentInstance { get; set; }

    /// <summary>When it was to start, UTC.</summary>
    public DateTime? ScheduledStartTime { get; set; }

    /// <summary>The instance and its execution.</summary>
    public OrchestrationInstance? OrchestrationInstance { get; set; }
}
