namespace Isthmus.Sandbox.Clock;

/// <summary>A timer of <see cref="SandboxClock"/>: due at a sandbox time, however the clock gets there.</summary>
internal sealed class SandboxTimer : ITimer
{
    private readonly Lock gate = new();
    private readonly SandboxClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer timer;
    private DateTimeOffset due = DateTimeOffset.MaxValue;
    private TimeSpan period = Timeout.InfiniteTimeSpan;

    public SandboxTimer(SandboxClock clock, TimeProvider inner, TimerCallback callback, object? state)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        timer = inner.CreateTimer(_ => Elapsed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
    {
        lock (gate)
        {
            period = newPeriod;
            due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            return Arm();
        }
    }

    public void Advanced() { lock (gate) Arm(); }

    public void Dispose()
    {
        clock.Forget(this);
        timer.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private bool Arm()
    {
        if (due == DateTimeOffset.MaxValue) return timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var left = due - clock.GetUtcNow();
        return timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Elapsed()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (due == DateTimeOffset.MaxValue) return;
            if (now < due) { Arm(); return; }
            due = period > TimeSpan.Zero ? now + period : DateTimeOffset.MaxValue;
            Arm();
        }
        callback(state);
    }
}
