namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>
/// Calls that wait for an agent to take them, first come first served; one that is withdrawn leaves nothing behind.
/// </summary>
internal sealed class WaitingWork
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly LinkedList<AgentWork> line = new();

    public int Count { get { lock (gate) return line.Count; } }

    public void Add(AgentWork work)
    {
        lock (gate) line.AddLast(work);
        arrived.Release();
    }

    /// <summary>True when nobody had taken it, and nobody will.</summary>
    public bool Withdraw(AgentWork work)
    {
        lock (gate) return line.Remove(work);
    }

    /// <summary>Waits for a call and takes it; whoever stopped waiting takes none.</summary>
    /// <exception cref="OperationCanceledException">The wait is over.</exception>
    public async Task<AgentWork> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await arrived.WaitAsync(cancellation);
            lock (gate)
            {
                if (cancellation.IsCancellationRequested) arrived.Release();
                else if (line.First is { } first)
                {
                    line.RemoveFirst();
                    first.Value.Take();
                    return first.Value;
                }
            }
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
