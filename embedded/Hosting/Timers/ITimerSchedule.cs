namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>When a timer runs; UTC.</summary>
internal interface ITimerSchedule
{
    /// <summary>Whether two runs are at least a minute apart, so that missed runs can be watched for.</summary>
    bool CanBeMonitored { get; }

    /// <summary>The first run later than <paramref name="after"/>; null: none within eight years.</summary>
    DateTime? Next(DateTime after);
}

/// <summary>The same time between all runs.</summary>
internal sealed record IntervalSchedule(TimeSpan Interval) : ITimerSchedule
{
    public bool CanBeMonitored => Interval >= TimeSpan.FromMinutes(1);

    public DateTime? Next(DateTime after) => after + Interval;
}
