namespace DurableTask.Core.History;

/// <summary>An activity returned.</summary>
public class TaskCompletedEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public TaskCompletedEvent(int eventId, int taskScheduledId, string? result) : base(eventId)
    {
        TaskScheduledId = taskScheduledId;
        Result = result;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.TaskCompleted;

    /// <summary>The event id of the call.</summary>
    public int TaskScheduledId { get; private set; }

    /// <summary>The output as text.</summary>
    public string? Result { get; private set; }
}
