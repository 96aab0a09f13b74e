namespace Isthmus.Embedded.Storage;

/// <summary>
/// Keeps the write-ahead log within bounds. SQLite starts it anew by itself only when it finds a moment without readers; where
/// there is none, the writer asks the readers to make one.
/// </summary>
internal sealed class StoreLog(StoreSession session, StoreReaders readers, string file)
{
    /// <summary>The length at which the writer begins to ask.</summary>
    public const long LongEnough = 48 * 1024 * 1024;

    private const int CommitsBetweenLooks = 32;
    private readonly FileInfo log = new(file + "-wal");
    private int commits;

    public void AfterCommit()
    {
        if (++commits % CommitsBetweenLooks != 0) return;
        log.Refresh();
        if (log.Exists && log.Length > LongEnough) readers.Pause(Truncate);
    }

    // A reader outside this process is not waited for: everybody who writes would wait with it.
    private void Truncate()
    {
        session.WaitForOthers(false);
        try { session.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"); }
        finally { session.WaitForOthers(true); }
    }
}
