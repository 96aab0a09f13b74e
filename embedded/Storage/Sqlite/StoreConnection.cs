using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using static Isthmus.Embedded.Storage.Sqlite.Sqlite3;

namespace Isthmus.Embedded.Storage.Sqlite;

/// <summary>An open database file. One thread at a time.</summary>
internal sealed unsafe class StoreConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private nint db;
    private int* logPages;

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public StoreConnection(string file, bool readOnly)
    {
        var flags = OpenNoMutex | (readOnly ? OpenReadOnly : OpenReadWrite | OpenCreate);
        var result = sqlite3_open_v2(Zero(file), out db, flags, 0);
        if (result != Ok)
        {
            var failure = Failure(result);
            Dispose();
            throw failure;
        }
        WaitForOthers(true);
    }

    /// <summary>The rows that the last statement changed.</summary>
    public int Changes => sqlite3_changes(db);

    /// <summary>The rows that all statements have changed.</summary>
    public int TotalChanges => sqlite3_total_changes(db);

    /// <summary>How long this connection's last commit left the write-ahead log, in pages; 0 until it is watched.</summary>
    public int LogPages => logPages is null ? 0 : *logPages;

    /// <summary>Begins to watch the log; SQLite makes no checkpoint by itself any more.</summary>
    public void WatchLog()
    {
        logPages = (int*)NativeMemory.AllocZeroed(sizeof(int));
        sqlite3_wal_hook(db, &Remember, (nint)logPages);
    }

    /// <summary>Whether a statement that finds the file locked waits a while, or is refused at once.</summary>
    public void WaitForOthers(bool wait) => _ = sqlite3_busy_timeout(db, wait ? (int)Patience.TotalMilliseconds : 0);

    /// <summary>A statement whose parameters $1, $2, ... are the first, the second, ... wherever in the text they stand.</summary>
    public nint Prepare(string sql)
    {
        // To SQLite itself $1 is a name, and its number the order of appearance; ?1 is a number.
        var text = Zero(sql.Replace('$', '?'));
        Check(sqlite3_prepare_v3(db, text, text.Length, PreparePersistent, out var statement, 0));
        return statement;
    }

    /// <summary>Goes on to the next row; false at the end.</summary>
    public bool Step(nint statement)
    {
        var result = sqlite3_step(statement);
        if (result is Row or Done) return result == Row;
        throw Failure(result);
    }

    public void Dispose()
    {
        if (db != 0) _ = sqlite3_close_v2(db);
        db = 0;
        NativeMemory.Free(logPages);
        logPages = null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Remember(nint pages, nint db, byte* name, int length)
    {
        *(int*)pages = length;
        return Ok;
    }

    private void Check(int result)
    {
        if (result != Ok) throw Failure(result);
    }

    private SqliteException Failure(int result)
    {
        var message = Marshal.PtrToStringUTF8((nint)sqlite3_errmsg(db)) ?? "unknown error";
        return new SqliteException($"SQLite Error {result & 0xFF}: '{message}'.", result & 0xFF, sqlite3_extended_errcode(db));
    }

    private static byte[] Zero(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
