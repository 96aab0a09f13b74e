using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Connections;

/// <summary>A run that waits for a connection.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Place">Its place in the queue.</param>
public sealed record WaitingRun(string RunId, string Place);

/// <summary>
/// The runs that wait for each connection, in the order in which they came: a row each, so that a run costs the same however long
/// the pause.
/// </summary>
public sealed class WaitingRuns(IsthmusTables tables, TimeProvider time)
{
    private const string Prefix = "waiting|";
    private const string End = "waiting~";

    /// <summary>Puts a run behind the others. Doing it twice may let it go twice, which is harmless.</summary>
    public async Task<WaitingRun> AddAsync(string connection, string runId, CancellationToken cancellation = default)
    {
        var run = new WaitingRun(runId, $"{Prefix}{time.GetUtcNow().UtcTicks:D19}|{TableKey.Escape(runId)}");
        await tables.Connections.UpsertEntityAsync(
            new TableEntity(connection, run.Place) { ["RunId"] = runId }, TableUpdateMode.Replace, cancellation);
        return run;
    }

    /// <summary>Those that have waited longest.</summary>
    public async Task<IReadOnlyList<WaitingRun>> FirstAsync(string connection, int most, CancellationToken cancellation = default)
    {
        var first = new List<WaitingRun>();
        await foreach (var row in RowsAsync(connection, most, cancellation))
        {
            first.Add(new WaitingRun(row.GetString("RunId"), row.RowKey));
            if (first.Count == most) break;
        }
        return first;
    }

    /// <summary>Takes a run from the queue, after it was told to go on.</summary>
    public Task RemoveAsync(string connection, WaitingRun run, CancellationToken cancellation = default) =>
        tables.Connections.DeleteEntityAsync(connection, run.Place, ETag.All, cancellation);

    /// <summary>How many wait, counted up to a limit.</summary>
    public async Task<int> CountAsync(string connection, int limit, CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var _ in RowsAsync(connection, limit, cancellation))
        {
            if (++count == limit) break;
        }
        return count;
    }

    private AsyncPageable<TableEntity> RowsAsync(string connection, int most, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {connection} and RowKey ge {Prefix} and RowKey lt {End}");
        return tables.Connections.QueryAsync<TableEntity>(filter, Math.Min(most, 1000), cancellationToken: cancellation);
    }
}
