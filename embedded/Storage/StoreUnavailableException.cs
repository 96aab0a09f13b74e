using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Storage;

/// <summary>The store could not commit; nothing of what the caller asked for is stored, and the call may be repeated.</summary>
public sealed class StoreUnavailableException(string home, Exception inner, string deed = "written")
    : IOException(Message(home, inner, deed), inner)
{
    private static new string Message(string home, Exception inner, string deed) => inner is SqliteException { SqliteErrorCode: 13 }
        ? $"The disk that holds '{home}' is full: nothing was stored. Free some space; work goes on by itself."
        : $"The state in '{home}' could not be {deed}: {inner.Message}";
}
