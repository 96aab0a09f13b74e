using Isthmus.Embedded.Storage;

namespace Isthmus.Bench;

/// <summary>Fills the store with instances that have ended, each with a history of a dozen events.</summary>
internal static class DurableBenchHistory
{
    public static Task AddFinishedAsync(EmbeddedStore store, int count) => store.WriteAsync(session =>
    {
        session.Execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO durable_instances(execution, instance_id, name, version, status, created, updated, completed, output, length)
            SELECT 1000000 + i, 'finished-' || i, 'Steps', '', 1, i, i, i, '5', 12 FROM n
            """,
            count);
        return session.Execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1 * 12)
            INSERT INTO durable_history(id, type, event_id, time, name, data)
            SELECT ((1000000 + i / 12) << 24) + i % 12, 4, i % 12, i, 'Work', '{"some":"input"}' FROM n
            """,
            count);
    });
}
