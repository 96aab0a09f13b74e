using DurableTask.Core.History;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>The histories, only ever added to at the end.</summary>
internal static class HistoryTable
{
    /// <summary>Adds an event and returns its data as stored: the text itself, or a reference to a payload.</summary>
    public static string? Append(StoreSession session, long execution, int position, HistoryEvent e)
    {
        var row = EventWriting.ToColumns(e);
        var data = Payloads.Store(session, execution, row.Data);
        session.Execute(
            "INSERT INTO durable_history(id, type, event_id, ref_id, due, time, name, data, details) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9)",
            RecordKey.Of(execution, position), row.Type, row.EventId, row.RefId, row.Due, row.Time, row.Name, data,
            EventDetails.Write(row.Details));
        return data;
    }

    /// <summary>The history of an instance, oldest event first, with payloads in place.</summary>
    public static List<HistoryEvent> Read(StoreSession session, InstanceRow instance) =>
        ReadPositions(session, instance).ConvertAll(entry => entry.Event);

    /// <summary>The history of an instance with the place of each event in it; a rewind leaves gaps.</summary>
    public static List<(int Position, HistoryEvent Event)> ReadPositions(StoreSession session, InstanceRow instance)
    {
        var rows = session.Query(
            "SELECT type, event_id, time, name, data, ref_id, due, details, id FROM durable_history WHERE id BETWEEN $1 AND $2 ORDER BY id",
            row => (Columns: ReadColumns(row, 0), Id: row.GetInt64(8)),
            RecordKey.First(instance.Execution), RecordKey.Last(instance.Execution));
        return rows.ConvertAll(row => (
            RecordKey.Number(row.Id),
            EventReading.ToEvent(row.Columns with { Data = Payloads.Load(session, row.Columns.Data) }, instance)));
    }

    public static void Drop(StoreSession session, long execution, int position) =>
        session.Execute("DELETE FROM durable_history WHERE id = $1", RecordKey.Of(execution, position));

    public static void Remove(StoreSession session, long execution) => session.Execute(
        "DELETE FROM durable_history WHERE id BETWEEN $1 AND $2", RecordKey.First(execution), RecordKey.Last(execution));

    public static EventColumns ReadColumns(StoreRow row, int first) => new(
        row.GetInt32(first), row.GetInt32(first + 1), row.GetInt64(first + 2), Text(row, first + 3), Text(row, first + 4),
        row.IsNull(first + 5) ? null : row.GetInt32(first + 5), row.IsNull(first + 6) ? null : row.GetInt64(first + 6),
        EventDetails.Read(Text(row, first + 7)));

    private static string? Text(StoreRow row, int column) => row.IsNull(column) ? null : row.GetString(column);
}
