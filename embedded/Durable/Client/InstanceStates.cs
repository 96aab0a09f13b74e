using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>Reads the states of instances for clients.</summary>
internal static class InstanceStates
{
    /// <param name="session">Where to read.</param>
    /// <param name="row">The instance.</param>
    /// <param name="converter">Reads the payloads; null: they are left out.</param>
    public static OrchestrationMetadata Describe(StoreSession session, InstanceRow row, DataConverter? converter)
    {
        var full = converter is null
            ? row with { Input = null, Output = null, CustomStatus = null }
            : InstanceTable.WithPayloads(session, row);
        return new OrchestrationMetadata(row.Name, row.InstanceId)
        {
            DataConverter = converter,
            RuntimeStatus = (OrchestrationRuntimeStatus)row.Status,
            CreatedAt = At(row.Created),
            LastUpdatedAt = At(row.Updated),
            SerializedInput = full.Input,
            SerializedOutput = full.Output,
            SerializedCustomStatus = full.CustomStatus,
            FailureDetails = row.Failure?.ToTask(),
            Tags = row.Tags ?? new Dictionary<string, string>(),
        };
    }

    /// <summary>One page of a query, ordered by instance id; the continuation token is the last id of the page.</summary>
    public static Page<OrchestrationMetadata> Page(
        StoreSession session, OrchestrationQuery query, string? continuation, int? sizeHint, DataConverter converter)
    {
        var size = Math.Clamp(sizeHint ?? query.PageSize, 1, 1000);
        var rows = session.Query(
            $"SELECT {InstanceTable.Columns} FROM durable_instances WHERE instance_id > $1 AND instance_id >= $2 AND instance_id < $3 " +
            "AND created >= $4 AND created <= $5 AND ($6 IS NULL OR instr($6, ',' || status || ',') > 0) ORDER BY instance_id LIMIT $7",
            InstanceTable.Read,
            continuation ?? "", query.InstanceIdPrefix ?? "", query.InstanceIdPrefix + "\U0010FFFF",
            query.CreatedFrom?.UtcTicks ?? 0, query.CreatedTo?.UtcTicks ?? long.MaxValue, StatusList(query.Statuses), size);
        var states = rows.ConvertAll(row => Describe(session, row, query.FetchInputsAndOutputs ? converter : null));
        return new Page<OrchestrationMetadata>(states, rows.Count == size ? rows[^1].InstanceId : null);
    }

    /// <summary>Statuses as ",0,1,"; null: any.</summary>
    public static string? StatusList(IEnumerable<OrchestrationRuntimeStatus>? statuses)
    {
        var numbers = statuses?.Select(status => (int)status).ToList();
        return numbers is null or [] ? null : $",{string.Join(',', numbers)},";
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
