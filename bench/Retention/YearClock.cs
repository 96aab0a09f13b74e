namespace Isthmus.Bench.Retention;

/// <summary>Shows the simulated time of day; durations are measured on the real clock.</summary>
internal sealed class YearClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
