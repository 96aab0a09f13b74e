namespace DurableTask.Core.History;

/// <summary>Something that happened to an orchestration and is recorded for good.</summary>
public abstract class HistoryEvent
{
    /// <summary>An event; <paramref name="eventId"/> is the sequence number of what the orchestrator did, or -1.</summary>
    protected HistoryEvent(int eventId) => EventId = eventId;

    /// <summary>The sequence number of what the orchestrator did, or -1 for what came from outside.</summary>
    public int EventId { get; internal set; }

    /// <summary>Whether the orchestrator has seen it.</summary>
    public bool IsPlayed { get; set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime Timestamp { get; set; }

    /// <summary>What kind of event it is.</summary>
    public abstract EventType EventType { get; }
}
