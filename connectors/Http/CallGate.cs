namespace Isthmus.Connectors.Http;

/// <summary>
/// Where every call of one connection waits its turn: so many in a window, so many a day, so many at once. One gate a
/// connection serves the whole process. A vendor that says Retry-After closes it for everybody. Only so many steps wait in the
/// process; the others are told when to come back, so that a connection that is used up holds no place that another could use.
/// </summary>
internal sealed class CallGate(string connection, CallLimits limits, TimeProvider time)
{
    // A vendor counts a call when it arrives: a token counts from the answer, or from so much of a window after it was taken.
    private const double Slack = 0.04;

    // Longer waits are asked for in pieces: what seemed far away may have come near.
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromMinutes(4);

    private readonly Lock gate = new();
    private readonly WaitingLine line = new();
    private readonly Turns turns = new(limits.Window / limits.Calls);
    private readonly RunsUnderWay runs = new();
    private readonly SlidingWindow window = new(limits.Calls, limits.Window);
    private readonly SlidingWindow? day = limits.PerDay is { } perDay ? new(perDay, TimeSpan.FromDays(1)) : null;
    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset alarmAt = DateTimeOffset.MaxValue;
    private ITimer? alarm;
    private int underWay;

    /// <summary>Waits for a place. Null when the call may go on (then <see cref="Leave"/> must follow), else why not.</summary>
    public Task<Refusal?> EnterAsync(string operation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LinkedListNode<Waiter> waiter;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var turn = CallTurn.Current;
            if (Later(turn, now) is { } later) return Task.FromResult<Refusal?>(Refusals.TurnLater(connection, operation, later));
            if (line.Count == 0 && underWay < limits.Concurrency && Free(0) <= now)
            {
                turn?.FirstCall();
                Take(now);
                return Task.FromResult<Refusal?>(null);
            }
            if (Free(line.AheadOf(turn)) - now is var wait && wait > limits.LongestWait)
                return Task.FromResult<Refusal?>(Refusals.Full(connection, operation, wait, "rate-limit"));
            waiter = line.Add(turn);
            SetAlarm(now);
        }
        return WaitAsync(waiter, operation, cancellation);
    }

    /// <summary>
    /// Asks before a step's first call whether it may begin now, so that it leaves no trace when it has to come back later.
    /// </summary>
    public Refusal? Begin(string operation)
    {
        lock (gate)
            return Later(CallTurn.Current, time.GetUtcNow()) is { } later ? Refusals.TurnLater(connection, operation, later) : null;
    }

    public void Leave()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            window.Correct(underWay--, now);
            Release(now);
        }
    }

    /// <summary>Keeps every call back for a while, because the vendor asked for it.</summary>
    public void Close(TimeSpan during)
    {
        var until = time.GetUtcNow() + during;
        lock (gate) if (until > closedUntil) closedUntil = until;
    }

    /// <summary>How long a step has to stay away; null when it may begin, or has begun.</summary>
    private TimeSpan? Later(CallTurn? turn, DateTimeOffset now)
    {
        if (turn is null || turn.Begun) return null;
        var due = turns.Take(turn.Key, now);
        if (due > now + LongestAbsence / 2) return Absence(turns.Keep(turn.Key, due.Value) - now);
        var goesOn = runs.Contains(turn.Key, now);
        var expected = goesOn || due is not null;
        var room = expected || turns.Count == 0 ? limits.Waiting : limits.Waiting / 2;
        var free = Free(line.Count);
        if (line.Count < room && free - now <= limits.LongestWait)
        {
            if (!goesOn) turns.Begin(now, contended: line.Count > 0);
            runs.Note(turn.Key, now);
            turn.Begin(ahead: goesOn);
            return null;
        }
        // Where tokens lie ready, only the calls under way stand in the way, and those end soon.
        var earliest = free > now ? free - (limits.LongestWait / 2) : now;
        return Absence(turns.Give(turn.Key, now, line.Count, earliest, expected) - now);
    }

    private static TimeSpan Absence(TimeSpan wait) => wait < LongestAbsence ? wait : LongestAbsence;

    private async Task<Refusal?> WaitAsync(LinkedListNode<Waiter> waiter, string operation, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(limits.LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        using var giveUp = either.Token.Register(() => GiveUp(waiter));
        if (await waiter.Value.Admitted) return null;
        cancellation.ThrowIfCancellationRequested();
        return Refusals.Full(connection, operation, limits.LongestWait, "too-many-waiting");
    }

    private void GiveUp(LinkedListNode<Waiter> waiter)
    {
        lock (gate) if (WaitingLine.Remove(waiter)) waiter.Value.GiveUp();
    }

    private void Release(DateTimeOffset now)
    {
        while (line.Count > 0 && underWay < limits.Concurrency && Free(0) <= now)
        {
            Take(now);
            line.TakeFirst().Admit();
        }
        SetAlarm(now);
    }

    private void Take(DateTimeOffset now)
    {
        underWay++;
        window.Take(now + (limits.Window * Slack));
        day?.Take(now);
    }

    private void SetAlarm(DateTimeOffset now)
    {
        if (line.Count == 0 || underWay >= limits.Concurrency) return;
        var next = Free(0);
        if (next >= alarmAt && alarmAt > now) return;
        alarm?.Dispose();
        alarmAt = next;
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (next - now).TotalMilliseconds)));
        alarm = time.CreateTimer(static gate => ((CallGate)gate!).Wake(), this, wait, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (gate)
        {
            alarmAt = DateTimeOffset.MaxValue;
            Release(time.GetUtcNow());
        }
    }

    /// <summary>When there is a token for one that so many others are ahead of.</summary>
    private DateTimeOffset Free(int ahead)
    {
        var free = window.After(ahead);
        if (closedUntil > free) free = closedUntil;
        return day?.After(ahead) is { } today && today > free ? today : free;
    }
}
