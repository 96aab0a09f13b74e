using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Hosting;

/// <summary>A clock moved by hand that first waits until somebody waits for the time it is moved to.</summary>
public sealed class SteppedTime : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Source)> awaited = [];
    private readonly List<DateTimeOffset> set = [];

    public ManualTime Clock { get; } = new();

    public override DateTimeOffset GetUtcNow() => Clock.GetUtcNow();

    public override long GetTimestamp() => Clock.GetTimestamp();

    public override long TimestampFrequency => Clock.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = Clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime < TimeSpan.Zero) return timer;
        lock (gate)
        {
            var due = GetUtcNow() + dueTime;
            set.Add(due);
            foreach (var wait in awaited.Where(wait => due <= wait.Due)) wait.Source.TrySetResult();
        }
        return timer;
    }

    /// <summary>Waits for a timer that is due at the end of the step, or before, then moves the clock.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var due = GetUtcNow() + by;
            if (set.Exists(other => other > GetUtcNow() && other <= due)) source.SetResult();
            awaited.Add((due, source));
        }
        await source.Task.WaitAsync(Patience);
        Clock.Advance(by);
    }
}
