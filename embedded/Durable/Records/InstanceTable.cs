using System.Text.Json;
using DurableTask.Core;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Storage.Sqlite;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>The instances, one row each.</summary>
internal static class InstanceTable
{
    public const string Columns =
        "execution, instance_id, name, version, status, created, updated, completed, start_at, input, output, custom_status, failure, tags, " +
        "parent_instance, parent_name, parent_execution, parent_task, length";

    public static InstanceRow? Find(StoreSession session, string instanceId) =>
        session.First($"SELECT {Columns} FROM durable_instances WHERE instance_id = $1", Read, instanceId);

    /// <summary>The row with its payloads in place of references to them.</summary>
    public static InstanceRow WithPayloads(StoreSession session, InstanceRow row) => row with
    {
        Input = Payloads.Load(session, row.Input),
        Output = Payloads.Load(session, row.Output),
        CustomStatus = Payloads.Load(session, row.CustomStatus),
    };

    public static bool IsOpen(StoreSession session, string instanceId) =>
        session.Number("SELECT 1 FROM durable_instances WHERE instance_id = $1 AND completed IS NULL", instanceId) is not null;

    public static void Insert(StoreSession session, InstanceRow row) => session.Execute(
        $"INSERT INTO durable_instances({Columns}) VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19)",
        row.Execution, row.InstanceId, row.Name, row.Version, (int)row.Status, row.Created, row.Updated, row.Completed,
        row.StartAt, Payloads.Store(session, row.Execution, row.Input), StoreValue.Null, StoreValue.Null, StoreValue.Null,
        row.Tags is { Count: > 0 } ? JsonSerializer.Serialize(row.Tags) : null,
        row.Parent?.InstanceId, row.Parent?.Name, row.Parent?.Execution, row.Parent?.TaskId, row.Length);

    /// <summary>Whether the store still holds this execution, and no more of its history than the row says.</summary>
    public static bool IsAt(StoreSession session, InstanceRow row) => session.Number(
        "SELECT 1 FROM durable_instances WHERE execution = $1 AND length = $2 AND completed IS NULL",
        row.Execution, row.Length) is not null;

    /// <summary>Stores where an execution stands, texts as they are.</summary>
    public static void Update(StoreSession session, InstanceRow row) => session.Execute(
        "UPDATE durable_instances SET status = $2, updated = $3, completed = $4, output = $5, custom_status = $6, failure = $7, length = $8 " +
        "WHERE execution = $1",
        row.Execution, (int)row.Status, row.Updated, row.Completed, row.Output, row.CustomStatus,
        row.Failure is null ? null : JsonSerializer.Serialize(row.Failure), row.Length);

    public static void Remove(StoreSession session, long execution)
    {
        session.Execute("DELETE FROM durable_instances WHERE execution = $1", execution);
        HistoryTable.Remove(session, execution);
        Payloads.Remove(session, execution);
        PendingWork.Remove(session, execution);
    }

    public static InstanceRow Read(StoreRow row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), (OrchestrationStatus)row.GetInt32(4),
        row.GetInt64(5), row.GetInt64(6), Long(row, 7), Long(row, 8), Text(row, 9), Text(row, 10), Text(row, 11),
        Json<FailureDetails>(row, 12), Json<Dictionary<string, string>>(row, 13),
        row.IsNull(14) ? null : new ParentRow(row.GetString(14), row.GetString(15), row.GetInt64(16), row.GetInt32(17)),
        row.GetInt32(18));

    private static long? Long(StoreRow row, int column) => row.IsNull(column) ? null : row.GetInt64(column);

    private static string? Text(StoreRow row, int column) => row.IsNull(column) ? null : row.GetString(column);

    private static T? Json<T>(StoreRow row, int column) where T : class =>
        row.IsNull(column) ? null : JsonSerializer.Deserialize<T>(row.GetString(column));
}
