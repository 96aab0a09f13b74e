namespace DurableTask.Core.History;

/// <summary>A sub-orchestration returned.</summary>
public class SubOrchestrationInstanceCompletedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public SubOrchestrationInstanceCompletedEvent(int eventId, int taskScheduledId, string? result) : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Result = result;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.SubOrchestrationInstanceCompleted;

    /// <summary>The event id of the call.</summary>
    public int TaskScheduledId { get; private set; }

    /// <summary>The output as text.</summary>
    public string? Result { get; private set; }
}
