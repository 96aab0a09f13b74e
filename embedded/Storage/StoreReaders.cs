using System.Collections.Concurrent;

namespace Isthmus.Embedded.Storage;

/// <summary>Read-only connections, one for each caller that reads at the same moment, kept for the next.</summary>
internal sealed class StoreReaders(string file) : IDisposable
{
    /// <summary>A reader that takes longer, perhaps because it waits for the writer itself, is not waited for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentBag<StoreSession> idle = [];
    private readonly object door = new();
    private int inside;
    private bool paused;
    private volatile bool closed;

    public T Read<T>(Func<StoreSession, T> work)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(EmbeddedStore));
        Enter();
        try { return ReadInside(work); }
        finally { Leave(); }
    }

    /// <summary>Runs <paramref name="work"/> while nobody reads; not at all where a reader stays too long.</summary>
    public void Pause(Action work)
    {
        lock (door)
        {
            paused = true;
            while (inside > 0 && Monitor.Wait(door, LongestWait)) { }
            try { if (inside == 0) work(); }
            finally
            {
                paused = false;
                Monitor.PulseAll(door);
            }
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session)) session.Dispose();
    }

    private T ReadInside<T>(Func<StoreSession, T> work)
    {
        if (!idle.TryTake(out var session)) session = new StoreSession(file, readOnly: true);
        try
        {
            session.Execute("BEGIN");
            try { return work(session); }
            finally { session.Execute("COMMIT"); }
        }
        finally
        {
            idle.Add(session);
            if (closed) Dispose();
        }
    }

    private void Enter()
    {
        lock (door)
        {
            while (paused) Monitor.Wait(door);
            inside++;
        }
    }

    private void Leave()
    {
        lock (door)
        {
            if (--inside == 0 && paused) Monitor.PulseAll(door);
        }
    }
}
