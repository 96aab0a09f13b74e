namespace DurableTask.Core.History;

/// <summary>A sub-orchestration failed.</summary>
public class SubOrchestrationInstanceFailedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public SubOrchestrationInstanceFailedEvent(
        int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails) : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Reason = reason;
        Details = details;
        FailureDetails = failureDetails;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.SubOrchestrationInstanceFailed;

    /// <summary>The event id of the call.</summary>
    public int TaskScheduledId { get; private set; }

    /// <summary>The message of the error.</summary>
    public string? Reason { get; private set; }

    /// <summary>Not used; see <see cref="FailureDetails"/>.</summary>
    public string? Details { get; private set; }

    /// <summary>The error.</summary>
    public FailureDetails? FailureDetails { get; internal set; }
}
