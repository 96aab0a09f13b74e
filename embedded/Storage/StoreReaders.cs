using System.Collections.Concurrent;

namespace Isthmus.Embedded.Storage;

/// <summary>Read-only connections, one for each caller that reads at the same moment, kept for the next.</summary>
internal sealed class StoreReaders(string file) : IDisposable
{
    private readonly ConcurrentBag<StoreSession> idle = [];
    private volatile bool closed;

    public T Read<T>(Func<StoreSession, T> work)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(EmbeddedStore));
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

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session)) session.Dispose();
    }
}
