namespace DurableTask.Core.History;

/// <summary>An activity failed.</summary>
public class TaskFailedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public TaskFailedEvent(int eventId, int taskScheduledId, string? reason, string? details, FailureDetails? failureDetails)
        : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Reason = reason;
        Details = details;
        FailureDetails = failureDetails;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.TaskFailed;

    /// <summary>The event id of the call.</summary>
    public int TaskScheduledId { get; private set; }

    /// <summary>The message of the error.</summary>
    public string? Reason { get; private set; }

    /// <summary>Not used; see <see cref="FailureDetails"/>.</summary>
    public string? Details { get; private set; }

    /// <summary>The error.</summary>
    public FailureDetails? FailureDetails { get; internal set; }
}
