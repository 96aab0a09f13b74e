namespace Isthmus.Connectors.Http;

/// <summary>
/// Judges a connection by its tries: too many failed in a row, or half of many within half a minute. It only judges; who keeps the
/// calls back is the gate.
/// </summary>
internal sealed class FailureRate(int limit, TimeProvider time)
{
    private const int Seconds = 30;
    private readonly Lock gate = new();
    private readonly (long Second, int Tries, int Failed)[] recent = new (long, int, int)[Seconds];
    private int inARow;

    /// <summary>Counts a try; true when the connection is to be paused because of it.</summary>
    public bool Trips(bool failed)
    {
        lock (gate)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            ref var slot = ref recent[now % Seconds];
            if (slot.Second != now) slot = (now, 0, 0);
            slot = (now, slot.Tries + 1, slot.Failed + (failed ? 1 : 0));
            inARow = failed ? inARow + 1 : 0;
            if (!failed || (inARow < limit && !HalfFailed(now))) return false;
            Array.Clear(recent);
            inARow = 0;
            return true;
        }
    }

    private bool HalfFailed(long now)
    {
        var (tries, failed) = (0, 0);
        foreach (var slot in recent)
        {
            if (slot.Second > now - Seconds) (tries, failed) = (tries + slot.Tries, failed + slot.Failed);
        }
        return tries >= limit && failed * 2 >= tries;
    }
}
