using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.MasterData;

/// <summary>Records that could not be carried, or not in full, and that may be by themselves later.</summary>
public sealed class WaitingRecords(IsthmusTables tables)
{
    private const int RowsATransaction = 100;

    /// <summary>Has records looked at again.</summary>
    public async Task AddAsync(string flow, IEnumerable<WaitingRecord> records, CancellationToken cancellation = default)
    {
        foreach (var chunk in records.DistinctBy(record => record.Key).Chunk(RowsATransaction))
            await tables.MasterData.SubmitTransactionAsync(
                chunk.Select(record => MasterRows.Write(flow, record))
                    .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                cancellation);
    }

    /// <summary>A record waits no longer, unless it was added again since it was listed.</summary>
    public async Task RemoveAsync(string flow, WaitingRecord record, CancellationToken cancellation = default)
    {
        try { await tables.MasterData.DeleteEntityAsync(flow, MasterRows.Wait(record.Key), new ETag(record.Version), cancellation); }
        catch (RequestFailedException again) when (again.Status is 404 or 412) { }
    }

    /// <summary>Those that wait, in the order of their keys; costs what waits.</summary>
    public async IAsyncEnumerable<WaitingRecord> ListAsync(string flow, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (from, until) = MasterRows.Waiting;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {flow} and RowKey ge {from} and RowKey lt {until}");
        await foreach (var row in tables.MasterData.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return MasterRows.ReadWaiting(row);
    }

    /// <summary>How many wait, counted up to a limit.</summary>
    public async Task<int> CountAsync(string flow, int most, CancellationToken cancellation = default) =>
        await ListAsync(flow, cancellation).Take(most).CountAsync(cancellation);
}
