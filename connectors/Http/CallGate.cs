using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Http;

/// <summary>
/// Where every call of one connection waits its turn: so many in a window, so many a day, so many at once. One gate a
/// connection serves the whole process. A vendor that says Retry-After closes it for everybody.
/// </summary>
internal sealed class CallGate(string connection, CallLimits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim places = new(limits.Concurrency, limits.Concurrency);
    private readonly SlidingWindow window = new(limits.Calls, limits.Window);
    private readonly SlidingWindow? day = limits.PerDay is { } perDay ? new(perDay, TimeSpan.FromDays(1)) : null;
    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;

    /// <summary>Waits for a place. Null when the call may go on (then <see cref="Leave"/> must follow), else why not.</summary>
    public async Task<Refusal?> EnterAsync(string operation, CancellationToken cancellation)
    {
        if (!await TakePlaceAsync(cancellation)) return Full(operation, limits.LongestWait, "too-many-waiting");
        try
        {
            var wait = Reserve();
            if (wait > limits.LongestWait)
            {
                places.Release();
                return Full(operation, wait, "rate-limit");
            }
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            return null;
        }
        catch (OperationCanceledException)
        {
            places.Release();
            throw;
        }
    }

    public void Leave() => places.Release();

    /// <summary>Keeps every call back for a while, because the vendor asked for it.</summary>
    public void Close(TimeSpan during)
    {
        var until = time.GetUtcNow() + during;
        lock (gate) if (until > closedUntil) closedUntil = until;
    }

    private async Task<bool> TakePlaceAsync(CancellationToken cancellation)
    {
        if (places.Wait(0, CancellationToken.None)) return true;
        using var patience = new CancellationTokenSource(limits.LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await places.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private TimeSpan Reserve()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var at = Latest(now, closedUntil, window.Next, day?.Next ?? now);
            if (at - now > limits.LongestWait) return at - now;
            window.Take(at);
            day?.Take(at);
            return at - now;
        }
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = moments[0];
        foreach (var moment in moments) if (moment > latest) latest = moment;
        return latest;
    }

    private Refusal Full(string operation, TimeSpan wait, string code) => Refusal.Final(new Failure(
        FailureClass.Throttled, connection, operation, code, "The connection's own limit of calls is used up.",
        "Nothing to do: it goes on by itself. If it happens often, spread the load or raise the limits of the connection.")
    { RetryAfter = wait });
}
