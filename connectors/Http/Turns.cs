namespace Isthmus.Connectors.Http;

/// <summary>
/// The turns of steps that were told to come back: one after the other at the pace at which the connection takes new runs, so
/// that they come when it can and not all at once. Not safe by itself.
/// </summary>
/// <param name="shortest">Time between two runs when each makes one call.</param>
internal sealed class Turns(TimeSpan shortest)
{
    private readonly TimeSpan fastest = shortest;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    // A little faster than it was: who comes too early waits in the line for a moment, who comes too late leaves it empty.
    private const double Haste = 0.9;
    private const double Smoothing = 0.05;

    private readonly Dictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Due)> order = new();
    private TimeSpan pace = shortest;
    private DateTimeOffset lastBegun = DateTimeOffset.MinValue;
    private DateTimeOffset lastDue = DateTimeOffset.MinValue;

    public int Count => due.Count;

    /// <summary>Notes that a run begins; the time between two, while others wait, is the pace.</summary>
    public void Begin(DateTimeOffset now, bool contended)
    {
        if (contended && now - lastBegun is var gap && gap < Grace) pace += (gap - pace) * Smoothing;
        if (pace < fastest) pace = fastest;
        lastBegun = now;
    }

    /// <summary>
    /// Gives a turn: behind all others, or soon for one that is expected (its run is under way, or it came when it was told to)
    /// and found no room.
    /// </summary>
    public DateTimeOffset Give(string key, DateTimeOffset now, int waiting, DateTimeOffset earliest, bool expected)
    {
        var at = now + (pace * waiting * Haste);
        if (earliest > at) at = earliest;
        if (!expected && lastDue + (pace * Haste) is var behind && behind > at) at = behind;
        if (!expected) lastDue = at;
        return Keep(key, at);
    }

    public DateTimeOffset Keep(string key, DateTimeOffset at)
    {
        due[key] = at;
        order.Enqueue((key, at));
        return at;
    }

    /// <summary>When one is due that was told to come back; its turn is used up. Forgets those who never came.</summary>
    public DateTimeOffset? Take(string key, DateTimeOffset now)
    {
        while (order.TryPeek(out var oldest) && oldest.Due + Grace < now)
        {
            order.Dequeue();
            if (due.TryGetValue(oldest.Key, out var at) && at == oldest.Due) due.Remove(oldest.Key);
        }
        return due.Remove(key, out var mine) ? mine : null;
    }
}
