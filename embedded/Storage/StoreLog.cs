using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Storage;

/// <summary>
/// Keeps the write-ahead log within bounds. Once it is long, another thread copies it into the file while the writer goes on; then
/// the writer copies the little that came meanwhile, and begins the log anew in a moment that the readers make for it.
/// </summary>
internal sealed class StoreLog : IDisposable
{
    /// <summary>A page that changes often is copied once in so many pages of the log (32 MB).</summary>
    private const int LongEnough = 8000;

    /// <summary>After how many more the writer tries again where somebody outside reads on.</summary>
    private const int Later = 2000;

    private readonly StoreSession session;
    private readonly StoreReaders readers;
    private readonly StoreSession copier;
    private Task? copying;
    private int due = LongEnough;

    /// <summary>Keeps the log of the writer's session.</summary>
    public StoreLog(StoreSession session, StoreReaders readers, string file)
    {
        (this.session, this.readers) = (session, readers);
        copier = new StoreSession(file, readOnly: false);
        session.WatchLog();
    }

    /// <summary>Called by the writer.</summary>
    public void AfterCommit()
    {
        if (session.LogPages < due) return;
        copying ??= Task.Factory.StartNew(Copy, TaskCreationOptions.LongRunning);
        if (!copying.IsCompleted) return;
        copying = null;
        due = session.LogPages + Later;
        readers.Pause(BeginAnew);
    }

    public void Dispose()
    {
        copying?.Wait();
        copier.Dispose();
    }

    private void Copy()
    {
        try { copier.Scalar("PRAGMA wal_checkpoint(PASSIVE)"); }
        catch (SqliteException)
        {
            // What was committed stands; the writer does the same next.
        }
    }

    // A reader outside this process is not waited for: everybody who writes would wait with it.
    private void BeginAnew()
    {
        session.WaitForOthers(false);
        try
        {
            var isBusy = session.Number("PRAGMA wal_checkpoint(RESTART)") != 0;
            if (!isBusy) due = LongEnough;
        }
        finally { session.WaitForOthers(true); }
    }
}
