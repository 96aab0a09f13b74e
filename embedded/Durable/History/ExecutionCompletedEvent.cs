namespace DurableTask.Core.History;

/// <summary>The instance ended.</summary>
public class ExecutionCompletedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public ExecutionCompletedEvent(
        int eventId, string? result, OrchestrationStatus orchestrationStatus, FailureDetails? failureDetails = null)
        : base(eventId)
    {
        Result = result;
        OrchestrationStatus = orchestrationStatus;
        FailureDetails = failureDetails;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.ExecutionCompleted;

    /// <summary>How it ended.</summary>
    public OrchestrationStatus OrchestrationStatus { get; private set; }

    /// <summary>The output as text.</summary>
    public string? Result { get; private set; }

    /// <summary>The error.</summary>
    public FailureDetails? FailureDetails { get; private set; }
}
