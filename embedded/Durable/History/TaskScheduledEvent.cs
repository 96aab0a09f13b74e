namespace DurableTask.Core.History;

/// <summary>An activity was called.</summary>
public class TaskScheduledEvent : HistoryEvent
{
    /// <summary>An event.</summary>
    public TaskScheduledEvent(int eventId, string? name = null, string? version = null, string? input = null) : base(eventId)
    {
        Name = name;
        Version = version;
        Input = input;
    }

    /// <inheritdoc/>
    public override EventType EventType => EventType.TaskScheduled;

    /// <summary>The activity.</summary>
    public string? Name { get; set; }

    /// <summary>The version it was called with.</summary>
    public string? Version { get; set; }

    /// <summary>The input as text.</summary>
    public string? Input { get; set; }

    /// <summary>The labels of the call.</summary>
    public IDictionary<string, string>? Tags { get; set; }
}
