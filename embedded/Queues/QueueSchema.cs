namespace Isthmus.Embedded.Queues;

/// <summary>
/// Queues and their messages. Times are UTC ticks; the index holds a queue's messages in the order in which they become visible.
/// </summary>
internal static class QueueSchema
{
    public static IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS azure_queues (
          id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, metadata TEXT NOT NULL, messages INTEGER NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS azure_messages (
          id INTEGER PRIMARY KEY AUTOINCREMENT, queue INTEGER NOT NULL, visible INTEGER NOT NULL, expires INTEGER NOT NULL,
          inserted INTEGER NOT NULL, dequeued INTEGER NOT NULL, receipt INTEGER NOT NULL, body TEXT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS azure_messages_visible ON azure_messages (queue, visible)",
    ];
}
