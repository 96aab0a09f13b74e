using System.Globalization;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>Ids of ended instances, ordered by the time they ended.</summary>
internal static class EndedInstances
{
    public static Page<string> Page(
        StoreSession session, IEnumerable<OrchestrationRuntimeStatus>? statuses, DateTimeOffset? from, DateTimeOffset? to,
        int size, string? after)
    {
        var (time, id) = Parse(after);
        var rows = session.Query(
            "SELECT completed, instance_id FROM durable_instances WHERE completed IS NOT NULL AND completed BETWEEN $1 AND $2 " +
            "AND (completed, instance_id) > ($3, $4) AND ($5 IS NULL OR instr($5, ',' || status || ',') > 0) " +
            "ORDER BY completed, instance_id LIMIT $6",
            row => (Completed: row.GetInt64(0), Id: row.GetString(1)),
            from?.UtcTicks ?? 0, to?.UtcTicks ?? long.MaxValue, time, id, InstanceStates.StatusList(statuses), size);
        var token = rows.Count < size ? null : string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Completed} {rows[^1].Id}");
        return new Page<string>(rows.ConvertAll(row => row.Id), token);
    }

    private static (long Time, string Id) Parse(string? key)
    {
        if (key is null) return (0, "");
        var space = key.IndexOf(' ');
        return space > 0 && long.TryParse(key.AsSpan(0, space), CultureInfo.InvariantCulture, out var time)
            ? (time, key[(space + 1)..])
            : throw new ArgumentException("This is not the continuation token of a page before.", nameof(key));
    }
}
