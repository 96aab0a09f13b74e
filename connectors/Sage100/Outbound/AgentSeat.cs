namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>
/// Lets one process at a time be the agent: the newest. One that was replaced is sent away for as long as the newer one comes,
/// because two that work in one company undo each other's locks and sessions.
/// </summary>
public sealed class AgentSeat(TimeProvider time)
{
    private static readonly TimeSpan Absent = TimeSpan.FromMinutes(2);
    private const int Remembered = 32;

    private readonly Lock gate = new();
    private readonly Queue<string> replaced = new();
    private AgentSitting? sitting;

    /// <summary>Who sits there; null before the first one came.</summary>
    public AgentSitting? Sitting { get { lock (gate) return sitting; } }

    /// <summary>Whether a process may be the agent.</summary>
    /// <param name="instance">The process, by a name that it made when it started.</param>
    /// <param name="version">The agent's version.</param>
    public bool Admit(string instance, string version)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (sitting is { } known && known.Instance != instance)
            {
                if (replaced.Contains(instance) && now - known.SeenAt < Absent) return false;
                replaced.Enqueue(known.Instance);
                if (replaced.Count > Remembered) replaced.Dequeue();
            }
            sitting = new AgentSitting(instance, version, now);
            return true;
        }
    }
}

/// <summary>The process that is the agent.</summary>
/// <param name="Instance">Its name for itself.</param>
/// <param name="Version">The agent's version.</param>
/// <param name="SeenAt">When it came last.</param>
public sealed record AgentSitting(string Instance, string Version, DateTimeOffset SeenAt);
