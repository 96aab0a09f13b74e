namespace Isthmus.Embedded.Durable.Records;

/// <summary>
/// The engine's tables. History, activities and timers are keyed by execution and number in one integer
/// (<see cref="RecordKey"/>), so that a step touches the end of one B-tree, however long the history is. Only instances that
/// have not ended stand in <c>durable_open</c>.
/// </summary>
internal static class DurableSchema
{
    public static IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS durable_instances(
          execution INTEGER PRIMARY KEY, instance_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version TEXT NOT NULL,
          status INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, completed INTEGER, start_at INTEGER,
          input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
          parent_instance TEXT, parent_name TEXT, parent_execution INTEGER, parent_task INTEGER, length INTEGER NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS durable_open ON durable_instances(execution) WHERE completed IS NULL",
        "CREATE INDEX IF NOT EXISTS durable_ended ON durable_instances(completed, instance_id) WHERE completed IS NOT NULL",
        "CREATE INDEX IF NOT EXISTS durable_created ON durable_instances(created)",
        "CREATE INDEX IF NOT EXISTS durable_children ON durable_instances(parent_execution) WHERE parent_execution IS NOT NULL",
        """
        CREATE TABLE IF NOT EXISTS durable_history(
          id INTEGER PRIMARY KEY, type INTEGER NOT NULL, event_id INTEGER NOT NULL, ref_id INTEGER, due INTEGER,
          time INTEGER NOT NULL, name TEXT, data TEXT, details TEXT)
        """,
        """
        CREATE TABLE IF NOT EXISTS durable_inbox(
          id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, execution INTEGER NOT NULL, type INTEGER NOT NULL, event_id INTEGER NOT NULL,
          ref_id INTEGER, due INTEGER, time INTEGER NOT NULL, name TEXT, data TEXT, details TEXT)
        """,
        "CREATE INDEX IF NOT EXISTS durable_inbox_instance ON durable_inbox(instance_id)",
        "CREATE TABLE IF NOT EXISTS durable_activities(id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, name TEXT NOT NULL, input TEXT)",
        "CREATE TABLE IF NOT EXISTS durable_timers(id INTEGER PRIMARY KEY, instance_id TEXT NOT NULL, due INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS durable_payloads(id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    ];
}
