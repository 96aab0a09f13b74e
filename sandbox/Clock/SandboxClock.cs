namespace Isthmus.Sandbox.Clock;

/// <summary>System time plus an offset that only grows, from nothing or a first one; timers that an advance passes fire at once.</summary>
internal sealed class SandboxClock(TimeProvider inner, TimeSpan first = default) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<SandboxTimer> timers = [];
    private TimeSpan offset = first;

    public TimeSpan Offset { get { lock (gate) return offset; } }

    public long UnixSeconds => GetUtcNow().ToUnixTimeSeconds();

    public override DateTimeOffset GetUtcNow() { lock (gate) return inner.GetUtcNow() + offset; }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override long GetTimestamp() => inner.GetTimestamp();

    public void Advance(TimeSpan by)
    {
        SandboxTimer[] running;
        lock (gate)
        {
            offset += by;
            running = [.. timers];
        }
        foreach (var timer in running) timer.Advanced();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SandboxTimer(this, inner, callback, state);
        lock (gate) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Forget(SandboxTimer timer) { lock (gate) timers.Remove(timer); }
}
