using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Hosting.Timers;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Tables;

namespace Isthmus.Embedded.Storage;

/// <summary>Creates the tables of a new state file and refuses a file of another version.</summary>
internal static class StoreSchema
{
    /// <summary>Raised whenever a table changes its shape; a file of another version is refused with a message.</summary>
    public const int Version = 1;

    private const long LargestLogBytes = 64 * 1024 * 1024;

    /// <summary>
    /// What the writer keeps of the file. More makes it slower: after each commit that balanced a B-tree SQLite 3.50 walks over all
    /// that it keeps, and a page that it does not keep costs little, for the system has it in memory.
    /// </summary>
    private const int CacheKilobytes = 4 * 1024;

    /// <summary>Every part's tables and indexes, each written so that it may run again on a file that has them.</summary>
    private static IEnumerable<string> Statements =>
    [
        .. TableSchema.Statements,
        .. QueueSchema.Statements,
        .. DurableSchema.Statements,
        .. TimerSchema.Statements,
    ];

    public static void Prepare(StoreSession session, string file)
    {
        var found = Convert.ToInt32(session.Scalar("PRAGMA user_version"));
        if (found != 0 && found != Version) throw new StoreVersionException(file, found, Version);
        session.Scalar("PRAGMA journal_mode=WAL");
        session.Execute("PRAGMA synchronous=FULL");
        session.Execute("PRAGMA temp_store=MEMORY");
        session.Execute($"PRAGMA cache_size=-{CacheKilobytes}");
        session.Execute($"PRAGMA journal_size_limit={LargestLogBytes}");
        session.Execute("BEGIN IMMEDIATE");
        foreach (var statement in Statements) session.Execute(statement);
        session.Execute($"PRAGMA user_version={Version}");
        session.Execute("COMMIT");
    }
}
