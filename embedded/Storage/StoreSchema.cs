namespace Isthmus.Embedded.Storage;

/// <summary>Creates the tables of a new state file and refuses a file of another version.</summary>
internal static class StoreSchema
{
    /// <summary>Raised whenever a table changes its shape; a file of another version is refused with a message.</summary>
    public const int Version = 1;

    private static IEnumerable<string> Statements => [];

    public static void Prepare(StoreSession session, string file)
    {
        session.Scalar("PRAGMA journal_mode=WAL");
        session.Execute("PRAGMA synchronous=FULL");
        session.Execute("PRAGMA temp_store=MEMORY");
        session.Execute("PRAGMA cache_size=-65536");
        var found = Convert.ToInt32(session.Scalar("PRAGMA user_version"));
        if (found != 0 && found != Version) throw new StoreVersionException(file, found, Version);
        foreach (var statement in Statements) session.Execute(statement);
        if (found == 0) session.Execute($"PRAGMA user_version={Version}");
    }
}

/// <summary>The state file was written by another version of Isthmus.</summary>
public sealed class StoreVersionException(string file, int found, int expected) : IOException(
    $"The state in '{file}' has version {found}; this program reads version {expected}. " +
    "Start the program that wrote it, or move the folder away to begin anew.");
