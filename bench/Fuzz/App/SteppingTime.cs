namespace Isthmus.Fuzz;

/// <summary>A clock that goes on by a second whenever somebody looks: limits and breakers by time never add up.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private long seconds = 1_790_000_000;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(Interlocked.Increment(ref seconds));
}
