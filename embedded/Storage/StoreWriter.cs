using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Storage;

/// <summary>
/// The only thread that writes. While one group is on its way to the disk the next gathers, so that the number of commits follows
/// the speed of the disk and not the number of callers. An item that fails takes nothing of the others with it: mostly it has
/// changed nothing yet; where it has, the group begins again with a savepoint for each item. So an item may run twice, and what
/// it does outside the store must not add up.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int LargestGroup = 512;

    private readonly Channel<StoreWork> queue = Channel.CreateUnbounded<StoreWork>(new() { SingleReader = true });
    private readonly string home;
    private readonly StoreSession session;
    private readonly StoreLog log;
    private readonly Thread thread;

    public StoreWriter(string home, string file, StoreReaders readers)
    {
        this.home = home;
        session = new StoreSession(file, readOnly: false);
        try
        {
            StoreSchema.Prepare(session, file);
            log = new StoreLog(session, readers, file);
        }
        catch (Exception failure)
        {
            session.Dispose();
            if (failure is SqliteException) throw new StoreUnavailableException(home, failure);
            throw;
        }
        thread = new Thread(Run) { IsBackground = true, Name = "isthmus-store" };
        thread.Start();
    }

    /// <summary>Why the last group was refused, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Told on the writer's thread when writes begin to be refused and when they succeed again.</summary>
    public event Action<string?>? TroubleChanged;

    public Task<T> WriteAsync<T>(Func<StoreSession, T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        var item = new StoreWork<T>(work);
        return queue.Writer.TryWrite(item)
            ? item.Task : Task.FromException<T>(new ObjectDisposedException(nameof(EmbeddedStore)));
    }

    /// <summary>Takes nothing more.</summary>
    public void Refuse() => queue.Writer.TryComplete();

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.Run(thread.Join);
        log.Dispose();
        session.Dispose();
    }

    private void Run()
    {
        var group = new List<StoreWork>(LargestGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var work)) group.Add(work);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<StoreWork> group)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            if (!group.TrueForAll(Attempt))
            {
                session.Execute("ROLLBACK");
                session.Execute("BEGIN IMMEDIATE");
                foreach (var work in group) AttemptAlone(work);
            }
            session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            RollBack();
            var refused = new StoreUnavailableException(home, failure);
            Tell(refused.Message);
            foreach (var work in group) work.Refuse(refused);
            return;
        }
        Tell(null);
        Answer(group);
        Tidy();
    }

    // Waking so many costs time, which this thread would take from the next group.
    private static void Answer(List<StoreWork> group)
    {
        if (group.Count == 1) group[0].Complete();
        else ThreadPool.UnsafeQueueUserWorkItem(static all => Array.ForEach(all, work => work.Complete()), group.ToArray(), preferLocal: false);
    }

    private void Tell(string? trouble)
    {
        if ((Trouble is null) == (trouble is null)) return;
        Trouble = trouble;
        TroubleChanged?.Invoke(trouble);
    }

    private void Tidy()
    {
        try { log.AfterCommit(); }
        catch (Exception failure) when (failure is SqliteException or IOException)
        {
            // What was committed stands; the next look tries again.
        }
    }

    private void RollBack()
    {
        try { session.Execute("ROLLBACK"); }
        catch (SqliteException) { /* SQLite has rolled back by itself */ }
    }

    /// <summary>False: it failed, and what it has changed must be undone.</summary>
    private bool Attempt(StoreWork work)
    {
        var changes = session.TotalChanges;
        try
        {
            work.Run(session);
            return true;
        }
        catch (Exception failure) when (!IsOfTheDisk(failure))
        {
            work.Remember(failure);
            return session.TotalChanges == changes;
        }
    }

    private void AttemptAlone(StoreWork work)
    {
        session.Execute("SAVEPOINT item");
        if (!Attempt(work)) session.Execute("ROLLBACK TO item");
        session.Execute("RELEASE item");
    }

    /// <summary>
    /// No memory, read-only, input or output error, corrupt, full, cannot open, no database: nothing can be written at all.
    /// </summary>
    private static bool IsOfTheDisk(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: 7 or 8 or 10 or 11 or 13 or 14 or 26 };
}
