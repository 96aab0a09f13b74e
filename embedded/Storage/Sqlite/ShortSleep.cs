using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Isthmus.Embedded.Storage.Sqlite;

/// <summary>
/// Lets SQLite sleep as briefly as it asks for. When a reader and the writer meet at the write-ahead log it retries after some
/// microseconds; the library's build for Unix knows only whole seconds (it was compiled without HAVE_USLEEP), and everything
/// that waits for the writer would stand still with it.
/// </summary>
internal static unsafe partial class ShortSleep
{
    private const string Library = "e_sqlite3";

    /// <summary>Once, after SQLite's global settings and before its first file.</summary>
    public static void Install()
    {
        if (OperatingSystem.IsWindows()) return;
        var system = sqlite3_vfs_find(0);
        if (system != null) system->Sleep = &Sleep;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(OperatingSystemInterface* system, int microseconds)
    {
        _ = usleep((uint)microseconds);
        return microseconds;
    }

    [LibraryImport(Library)]
    private static partial OperatingSystemInterface* sqlite3_vfs_find(nint name);

    [LibraryImport("libc")]
    private static partial int usleep(uint microseconds);

    /// <summary>The beginning of sqlite3_vfs (sqlite.org/c3ref/vfs.html), which has had this shape since 3.5.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct OperatingSystemInterface
    {
        private readonly int version;
        private readonly int fileSize;
        private readonly int longestPath;
        private readonly nint next;
        private readonly nint name;
        private readonly nint data;
        private readonly nint open;
        private readonly nint delete;
        private readonly nint access;
        private readonly nint fullPath;
        private readonly nint libraryOpen;
        private readonly nint libraryError;
        private readonly nint librarySymbol;
        private readonly nint libraryClose;
        private readonly nint randomness;
        public delegate* unmanaged[Cdecl]<OperatingSystemInterface*, int, int> Sleep;
    }
}
