using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>Activities that have been called and not returned.</summary>
internal sealed record ActivityRow(long Execution, int TaskId, string InstanceId, string Name, string? StoredInput);

/// <summary>Timers that are set; due in ticks UTC.</summary>
internal sealed record TimerRow(long Execution, int TaskId, string InstanceId, long Due);

/// <summary>What an execution waits for: activities and timers.</summary>
internal static class PendingWork
{
    public static void Add(StoreSession session, ActivityRow row) => session.Execute(
        "INSERT INTO durable_activities(id, instance_id, name, input) VALUES($1,$2,$3,$4)",
        RecordKey.Of(row.Execution, row.TaskId), row.InstanceId, row.Name, row.StoredInput);

    public static void Add(StoreSession session, TimerRow row) => session.Execute(
        "INSERT INTO durable_timers(id, instance_id, due) VALUES($1,$2,$3)",
        RecordKey.Of(row.Execution, row.TaskId), row.InstanceId, row.Due);

    public static void RemoveActivity(StoreSession session, long execution, int taskId) =>
        session.Execute("DELETE FROM durable_activities WHERE id = $1", RecordKey.Of(execution, taskId));

    public static void RemoveTimer(StoreSession session, long execution, int taskId) =>
        session.Execute("DELETE FROM durable_timers WHERE id = $1", RecordKey.Of(execution, taskId));

    public static void Remove(StoreSession session, long execution)
    {
        var (first, last) = (RecordKey.First(execution), RecordKey.Last(execution));
        session.Execute("DELETE FROM durable_activities WHERE id BETWEEN $1 AND $2", first, last);
        session.Execute("DELETE FROM durable_timers WHERE id BETWEEN $1 AND $2", first, last);
    }

    public static List<ActivityRow> Activities(StoreSession session) => session.Query(
        "SELECT id, instance_id, name, input FROM durable_activities ORDER BY id",
        row => new ActivityRow(
            RecordKey.Execution(row.GetInt64(0)), RecordKey.Number(row.GetInt64(0)), row.GetString(1), row.GetString(2),
            row.IsNull(3) ? null : row.GetString(3)));

    public static List<TimerRow> Timers(StoreSession session) => session.Query(
        "SELECT id, instance_id, due FROM durable_timers",
        row => new TimerRow(RecordKey.Execution(row.GetInt64(0)), RecordKey.Number(row.GetInt64(0)), row.GetString(1),
            row.GetInt64(2)));
}
