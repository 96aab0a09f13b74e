using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>Removes ended instances, a few in each transaction so that nobody waits long behind it.</summary>
internal sealed class InstancePurging(EmbeddedStore store)
{
    private const int AtOnce = 100;

    public async Task<PurgeResult> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        var count = await store.WriteAsync(
            session => InstanceTable.Find(session, instanceId) is { HasEnded: true } row
                ? Remove(session, row.Execution, recursive)
                : 0,
            cancellation);
        return new PurgeResult(count, isComplete: true);
    }

    public async Task<PurgeResult> PurgeAsync(PurgeInstancesFilter filter, bool recursive, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var deadline = filter.Timeout is { } timeout ? store.Time.GetUtcNow() + timeout : DateTimeOffset.MaxValue;
        var total = 0;
        while (store.Time.GetUtcNow() <= deadline)
        {
            var (found, count) = await store.WriteAsync(session => RemoveSome(session, filter, recursive), cancellation);
            total += count;
            if (found < AtOnce) return new PurgeResult(total, isComplete: true);
        }
        return new PurgeResult(total, isComplete: false);
    }

    private static (int Found, int Count) RemoveSome(StoreSession session, PurgeInstancesFilter filter, bool recursive)
    {
        var found = session.Query(
            "SELECT execution FROM durable_instances WHERE completed IS NOT NULL AND created BETWEEN $1 AND $2 " +
            "AND ($3 IS NULL OR instr($3, ',' || status || ',') > 0) LIMIT $4",
            row => row.GetInt64(0),
            filter.CreatedFrom?.UtcTicks ?? 0, filter.CreatedTo?.UtcTicks ?? long.MaxValue,
            InstanceStates.StatusList(filter.Statuses), AtOnce);
        return (found.Count, found.Sum(execution => Remove(session, execution, recursive)));
    }

    private static int Remove(StoreSession session, long execution, bool recursive)
    {
        var children = recursive
            ? session.Query(
                "SELECT execution FROM durable_instances WHERE parent_execution = $1 AND completed IS NOT NULL",
                row => row.GetInt64(0), execution)
            : [];
        var removed = session.Scalar("SELECT 1 FROM durable_instances WHERE execution = $1", execution) is null ? 0 : 1;
        InstanceTable.Remove(session, execution);
        return removed + children.Sum(child => Remove(session, child, recursive));
    }
}
