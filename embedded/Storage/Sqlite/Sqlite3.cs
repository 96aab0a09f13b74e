using System.Runtime.InteropServices;

namespace Isthmus.Embedded.Storage.Sqlite;

/// <summary>The functions of SQLite's C interface that the store uses, by their names there (sqlite.org/c3ref).</summary>
/// <remarks>Those that neither wait nor touch a file are called without telling the garbage collector.</remarks>
internal static unsafe partial class Sqlite3
{
    public const int Ok = 0;
    public const int Row = 100;
    public const int Done = 101;
    public const int Null = 5;
    public const int OpenReadOnly = 0x1;
    public const int OpenReadWrite = 0x2;
    public const int OpenCreate = 0x4;
    public const int OpenNoMutex = 0x8000;
    public const uint PreparePersistent = 1;

    private const string Library = "e_sqlite3";
    private const int ConfigMemoryStatus = 9;

    // Nobody asks for SQLite's counts of memory, and keeping them takes a lock at each allocation. Refused once SQLite runs.
    static Sqlite3()
    {
        if (!OperatingSystem.IsMacOS()) _ = sqlite3_config(ConfigMemoryStatus, 0);
    }

    [LibraryImport(Library)]
    public static partial int sqlite3_open_v2(ReadOnlySpan<byte> file, out nint db, int flags, nint vfs);

    [LibraryImport(Library)]
    public static partial int sqlite3_close_v2(nint db);

    [LibraryImport(Library)]
    public static partial int sqlite3_busy_timeout(nint db, int milliseconds);

    [LibraryImport(Library)]
    public static partial int sqlite3_extended_errcode(nint db);

    [LibraryImport(Library)]
    public static partial byte* sqlite3_errmsg(nint db);

    [LibraryImport(Library)]
    public static partial int sqlite3_prepare_v3(
        nint db, ReadOnlySpan<byte> sql, int bytes, uint flags, out nint statement, nint tail);

    [LibraryImport(Library)]
    public static partial int sqlite3_finalize(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_step(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_reset(nint statement);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_changes(nint db);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_total_changes(nint db);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_null(nint statement, int parameter);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_int64(nint statement, int parameter, long value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_text(nint statement, int parameter, byte* text, int bytes, nint release);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_blob(nint statement, int parameter, byte* blob, int bytes, nint release);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial double sqlite3_column_double(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial byte* sqlite3_column_text(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial byte* sqlite3_column_blob(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_column_bytes(nint statement, int column);

    [LibraryImport(Library)]
    public static partial nint sqlite3_wal_hook(
        nint db, delegate* unmanaged[Cdecl]<nint, nint, byte*, int, int> hook, nint argument);

    [LibraryImport(Library)]
    private static partial int sqlite3_config(int option, int value);
}
