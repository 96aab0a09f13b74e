namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told about its schedule.</summary>
public class TimerInfo
{
    /// <summary>The runs before and after this one; null for a timer that is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run is later than its schedule said.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>The last and next runs of a timer; UTC.</summary>
public class ScheduleStatus
{
    /// <summary>When it ran last; default when it never did.</summary>
    public DateTime Last { get; set; }

    /// <summary>When it was expected next, at the time of <see cref="LastUpdated"/>.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
