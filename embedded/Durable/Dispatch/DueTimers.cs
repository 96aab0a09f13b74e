namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>All timers that are set, with one clock timer for the next of them.</summary>
internal sealed class DueTimers : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private const long Jump = TimeSpan.TicksPerSecond / 10;

    private readonly Lock gate = new();
    private readonly SortedSet<(long Due, long Execution, int Id)> order = [];
    private readonly Dictionary<(long Execution, int Id), (long Due, Action Fire)> timers = [];
    private readonly TimeProvider time;
    private readonly ITimer clock;

    public DueTimers(TimeProvider time)
    {
        this.time = time;
        clock = time.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets a timer; one that is due fires at once.</summary>
    public void Set(long execution, int id, long due, Action fire)
    {
        lock (gate)
        {
            if (!timers.TryAdd((execution, id), (due, fire))) return;
            order.Add((due, execution, id));
            if (order.Min != (due, execution, id)) return;
        }
        FireDue();
    }

    public void Cancel(long execution, int id)
    {
        lock (gate)
        {
            if (timers.Remove((execution, id), out var timer)) order.Remove((timer.Due, execution, id));
        }
    }

    public void Dispose() => clock.Dispose();

    private void FireDue()
    {
        var due = new List<Action>();
        lock (gate)
        {
            long now;
            do
            {
                now = time.GetUtcNow().UtcTicks;
                TakeDue(now, due);
                if (order.Count > 0) clock.Change(Until(order.Min.Due - now), Timeout.InfiniteTimeSpan);
            }
            while (time.GetUtcNow().UtcTicks - now > Jump); // the wait was reckoned from a time that is past
        }
        foreach (var fire in due) fire();
    }

    private void TakeDue(long now, List<Action> due)
    {
        while (order.Count > 0 && order.Min is var next && next.Due <= now)
        {
            order.Remove(next);
            timers.Remove((next.Execution, next.Id), out var timer);
            due.Add(timer.Fire);
        }
    }

    // Rounded up to whole milliseconds, the clock's grain: a timer that fired early would only have to be set again.
    private static TimeSpan Until(long ticks) => TimeSpan.FromTicks(ticks) is var wait && wait < LongestWait
        ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds))
        : LongestWait;
}
