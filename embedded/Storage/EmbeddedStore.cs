using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Isthmus.Embedded.Storage;

/// <summary>
/// The one durable store of a local Isthmus: a SQLite file in write-ahead mode with <c>synchronous=FULL</c>. All writes go through
/// one writer thread, which commits what many callers asked for in one transaction and answers each only after the commit.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private const int LargestGroup = 512;
    private static readonly Dictionary<string, EmbeddedStore> Opened = new(StringComparer.Ordinal);

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly ConcurrentBag<StoreSession> readers = [];
    private readonly string file;
    private readonly StoreSession writer;
    private readonly FileStream processLock;
    private readonly Thread thread;
    private int references = 1;

    private EmbeddedStore(string home, TimeProvider time)
    {
        Home = home;
        Time = time;
        Directory.CreateDirectory(home);
        processLock = StoreLock.Take(home);
        file = Path.Combine(home, "state.db");
        writer = new StoreSession(file, readOnly: false);
        StoreSchema.Prepare(writer, file);
        thread = new Thread(Run) { IsBackground = true, Name = "isthmus-store" };
        thread.Start();
    }

    /// <summary>The folder that holds the state.</summary>
    public string Home { get; }

    /// <summary>The clock of everything that lives in this store.</summary>
    public TimeProvider Time { get; }

    /// <summary>Opens the store of a folder, or joins it where this process has it open already. Dispose once per call.</summary>
    public static EmbeddedStore Open(string home, TimeProvider? time = null)
    {
        home = Path.GetFullPath(home);
        lock (Opened)
        {
            if (Opened.TryGetValue(home, out var open)) { open.references++; return open; }
            return Opened[home] = new EmbeddedStore(home, time ?? TimeProvider.System);
        }
    }

    /// <summary>Runs <paramref name="work"/> in the writer's next transaction; completes after the commit is on disk.</summary>
    /// <exception cref="StoreUnavailableException">The commit failed (disk full, file gone). Nothing of the work is stored.</exception>
    public Task<T> WriteAsync<T>(Func<StoreSession, T> work, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<T>(cancellation);
        var item = new Work<T>(work);
        return queue.Writer.TryWrite(item) ? item.Task : Task.FromException<T>(new ObjectDisposedException(nameof(EmbeddedStore)));
    }

    /// <summary>Reads the last committed state on the caller's thread.</summary>
    public T Read<T>(Func<StoreSession, T> work)
    {
        if (!readers.TryTake(out var session)) session = new StoreSession(file, readOnly: true);
        try { return work(session); }
        finally { readers.Add(session); }
    }

    public async ValueTask DisposeAsync()
    {
        lock (Opened)
        {
            if (--references > 0) return;
            Opened.Remove(Home);
        }
        queue.Writer.TryComplete();
        await Task.Run(thread.Join);
        while (readers.TryTake(out var reader)) reader.Dispose();
        writer.Dispose();
        await processLock.DisposeAsync();
    }

    private void Run()
    {
        var group = new List<Work>(LargestGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var work)) group.Add(work);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Work> group)
    {
        try
        {
            writer.Execute("BEGIN IMMEDIATE");
            foreach (var work in group) Attempt(work);
            writer.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            try { writer.Execute("ROLLBACK"); }
            catch (Microsoft.Data.Sqlite.SqliteException) { /* SQLite has rolled back by itself */ }
            var refused = new StoreUnavailableException(Home, failure);
            foreach (var work in group) work.Fail(refused);
            return;
        }
        foreach (var work in group) work.Complete();
    }

    private void Attempt(Work work)
    {
        writer.Execute("SAVEPOINT item");
        try
        {
            work.Run(writer);
            writer.Execute("RELEASE item");
        }
        catch (Exception failure) when (failure is not Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 13 or 10 })
        {
            writer.Execute("ROLLBACK TO item");
            writer.Execute("RELEASE item");
            work.Remember(failure);
        }
    }

    private abstract class Work
    {
        public abstract void Run(StoreSession session);
        public abstract void Remember(Exception failure);
        public abstract void Complete();
        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<StoreSession, T> work) : Work
    {
        private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? failure;

        public Task<T> Task => source.Task;

        public override void Run(StoreSession session) => result = work(session);

        public override void Remember(Exception failure) => this.failure = failure;

        public override void Complete()
        {
            if (failure is null) source.SetResult(result!);
            else source.SetException(failure);
        }

        public override void Fail(Exception failure) => source.TrySetException(this.failure ?? failure);
    }
}
