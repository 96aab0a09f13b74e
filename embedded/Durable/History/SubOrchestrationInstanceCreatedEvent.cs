namespace DurableTask.Core.History;

/// <summary>A sub-orchestration was started.</summary>
public class SubOrchestrationInstanceCreatedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public SubOrchestrationInstanceCreatedEvent(int eventId) : base(eventId) { }

    /// <inheritdoc/>
    public override EventType EventType => EventType.SubOrchestrationInstanceCreated;

    /// <summary>The orchestrator.</summary>
    public string? Name { get; set; }

    /// <summary>The version.</summary>
    public string? Version { get; set; }

    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The input as text.</summary>
    public string? Input { get; set; }

    /// <summary>The labels.</summary>
    public IDictionary<string, string>? Tags { get; set; }
}
