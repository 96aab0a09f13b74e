using System.Collections.Concurrent;
using Isthmus.Tests.Support;

namespace Isthmus.Connectors.Tests.Support;

/// <summary>A clock that tells a test when somebody begins to wait for a given time.</summary>
public sealed class NotedTime : TimeProvider
{
    private readonly ManualTime inner = new();
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> waits = new();

    /// <summary>Completes when a timer of exactly that length is started.</summary>
    public Task Waiting(TimeSpan length) => Wait(length).Task;

    public void Advance(TimeSpan by) => inner.Advance(by);

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new NotedTimer(this, inner.CreateTimer(callback, state, dueTime, period));
        Wait(dueTime).TrySetResult();
        return timer;
    }

    private TaskCompletionSource Wait(TimeSpan length) =>
        waits.GetOrAdd(length, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed class NotedTimer(NotedTime owner, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            owner.Wait(dueTime).TrySetResult();
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
