namespace DurableTask.Core.History;

/// <summary>A step of the orchestrator ended.</summary>
public class OrchestratorCompletedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public OrchestratorCompletedEvent(int eventId) : base(eventId) { }

    /// <inheritdoc/>
    public override EventType EventType => EventType.OrchestratorCompleted;

}
