namespace DurableTask.Core.History;

/// <summary>A step of the orchestrator began; its time is the orchestrator's clock during the step.</summary>
public class OrchestratorStartedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public OrchestratorStartedEvent(int eventId) : base(eventId) { }

    /// <inheritdoc/>
    public override EventType EventType => EventType.OrchestratorStarted;
}
