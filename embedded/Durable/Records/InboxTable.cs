using DurableTask.Core.History;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>Events that were sent to an instance and are not in its history yet.</summary>
internal static class InboxTable
{
    /// <param name="session">The transaction.</param>
    /// <param name="id">A number larger than those before.</param>
    /// <param name="instanceId">The receiver.</param>
    /// <param name="execution">The execution that the event is for; 0: whichever there is.</param>
    /// <param name="e">The event.</param>
    public static void Add(StoreSession session, long id, string instanceId, long execution, HistoryEvent e)
    {
        var row = EventWriting.ToColumns(e);
        session.Execute(
            "INSERT INTO durable_inbox(id, instance_id, execution, type, event_id, ref_id, due, time, name, data, details) " +
            "VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
            id, instanceId, execution, row.Type, row.EventId, row.RefId, row.Due, row.Time, row.Name, row.Data,
            EventDetails.Write(row.Details));
    }

    public static void Take(StoreSession session, long id) => session.Execute("DELETE FROM durable_inbox WHERE id = $1", id);

    public static void Clear(StoreSession session, string instanceId) =>
        session.Execute("DELETE FROM durable_inbox WHERE instance_id = $1", instanceId);

    public static List<(long Id, string InstanceId, long Execution, HistoryEvent Event)> ReadAll(StoreSession session) =>
        session.Query(
            "SELECT id, instance_id, execution, type, event_id, time, name, data, ref_id, due, details FROM durable_inbox " +
            "ORDER BY id",
            row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), ReadEvent(row)));

    private static HistoryEvent ReadEvent(StoreRow row) => EventReading.ToEvent(HistoryTable.ReadColumns(row, 3), null);
}
