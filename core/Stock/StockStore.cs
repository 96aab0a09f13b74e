using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Stock;

/// <summary>
/// The quantities that were read last, and those that have yet to reach the other system. A quantity belongs to one batch at a
/// time, so that two writers never correct the same place.
/// </summary>
public sealed class StockStore(IsthmusTables tables)
{
    /// <summary>How many rows a transaction takes, and with that a batch.</summary>
    public const int RowsATransaction = 100;

    /// <summary>Takes those that differ from what is known; durable when it completes.</summary>
    /// <returns>How many differ.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<WantedStock> read, CancellationToken cancellation = default)
    {
        var known = await FindAsync(StockRows.Known, read, cancellation);
        var changed = read.Where(row => known.GetValueOrDefault(row.Key)?.Quantity != row.Quantity).DistinctBy(row => row.Key).ToList();
        var waiting = await FindAsync(StockRows.Wanted, changed, cancellation);
        var wanted = changed.Select(row => StockRows.Write(StockRows.Wanted, row)).ToList();
        foreach (var row in wanted.Where(row => waiting.GetValueOrDefault(row.RowKey) is { Refused: true })) (row["Batch"], row["Refused"]) = ("", false);
        // First what is to be done, then that it is known: a crash in between takes the same change again.
        await SubmitAsync(wanted, TableTransactionActionType.UpsertMerge, cancellation);
        await SubmitAsync(changed.Select(row => StockRows.Write(StockRows.Known, row)), TableTransactionActionType.UpsertReplace, cancellation);
        return changed.Count;
    }

    /// <summary>Takes those that the other system shows otherwise although they are known; what waits already stays as it is.</summary>
    /// <returns>How many were taken.</returns>
    public async Task<int> TakeAgainAsync(IReadOnlyList<WantedStock> differing, CancellationToken cancellation = default)
    {
        var waiting = await FindAsync(StockRows.Wanted, differing, cancellation);
        var taken = differing.Where(row => !waiting.ContainsKey(row.Key)).ToList();
        await SubmitAsync(taken.Select(row => StockRows.Write(StockRows.Wanted, row)), TableTransactionActionType.UpsertMerge, cancellation);
        return taken.Count;
    }

    /// <summary>Everything that has yet to reach the other system.</summary>
    public async Task<IReadOnlyList<WantedStock>> WantedAsync(CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StockRows.Wanted}");
        return await tables.Stock.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .Select(StockRows.Read).ToListAsync(cancellation);
    }

    /// <summary>What a batch carries.</summary>
    /// <param name="batch">Its name.</param>
    /// <param name="first">No key of it comes before this one; null where that is not known.</param>
    /// <param name="last">No key of it comes after this one.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<IReadOnlyList<WantedStock>> OfBatchAsync(
        string batch, string? first = null, string? last = null, CancellationToken cancellation = default)
    {
        var (from, to) = (first ?? "", last ?? "\uffff");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {StockRows.Wanted} and RowKey ge {from} and RowKey le {to} and Batch eq {batch}");
        return await tables.Stock.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .Select(StockRows.Read).ToListAsync(cancellation);
    }

    /// <summary>Gives quantities to a batch, unless another process gave one of them away meanwhile.</summary>
    /// <returns>False when nothing was given: look again.</returns>
    public async Task<bool> AssignAsync(IReadOnlyList<WantedStock> rows, string batch, CancellationToken cancellation = default)
    {
        try
        {
            await tables.Stock.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(
                    TableTransactionActionType.UpdateMerge, StockRows.Assign(row, batch), new ETag(row.Version))),
                cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 412) { return false; }
    }

    /// <summary>Keeps a quantity in its batch until a newer one comes, or a person has it tried again.</summary>
    public Task RefuseAsync(IEnumerable<WantedStock> rows, string batch, CancellationToken cancellation = default) =>
        SubmitAsync(rows.Select(row => StockRows.Refuse(row, batch)), TableTransactionActionType.UpdateMerge, cancellation);

    /// <summary>Forgets what has arrived. Where a newer quantity came meanwhile, that one is free for the next batch.</summary>
    /// <param name="arrived">Quantities of one batch.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task SettleAsync(IReadOnlyList<WantedStock> arrived, CancellationToken cancellation = default)
    {
        if (arrived.Count == 0) return;
        var quantities = arrived.ToDictionary(row => row.Key, row => row.Quantity, StringComparer.Ordinal);
        var (first, last) = (arrived.MinBy(row => row.Key, StringComparer.Ordinal)!.Key, arrived.MaxBy(row => row.Key, StringComparer.Ordinal)!.Key);
        for (var attempt = 1; ; attempt++)
        {
            var now = (await OfBatchAsync(arrived[0].Batch, first, last, cancellation)).Where(row => quantities.ContainsKey(row.Key));
            var actions = now.Select(row => quantities[row.Key] == row.Quantity ? Forget(row) : Free(row)).ToList();
            if (actions.Count == 0) return;
            try
            {
                await tables.Stock.SubmitTransactionAsync(actions, cancellation);
                return;
            }
            catch (RequestFailedException newer) when (newer.Status is 404 or 412 && attempt < 20) { }
        }
    }

    /// <summary>What may be sold of an item in all warehouses; null when nothing is known of it.</summary>
    public async Task<decimal?> AvailableAsync(string item, CancellationToken cancellation = default)
    {
        var (from, to) = ($"{TableKey.Escape(item)}|", $"{TableKey.Escape(item)}}}");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StockRows.Known} and RowKey ge {from} and RowKey lt {to}");
        decimal? sum = null;
        await foreach (var row in tables.Stock.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            sum = (sum ?? 0m) + StockRows.Read(row).Quantity;
        return sum;
    }

    private static TableTransactionAction Forget(WantedStock row) => new(
        TableTransactionActionType.Delete, new TableEntity(StockRows.Wanted, row.Key), new ETag(row.Version));

    private static TableTransactionAction Free(WantedStock row) => new(
        TableTransactionActionType.UpdateMerge, StockRows.Assign(row, ""), new ETag(row.Version));

    private async Task<Dictionary<string, WantedStock>> FindAsync(
        string partition, IReadOnlyList<WantedStock> rows, CancellationToken cancellation) =>
        (await tables.Stock.RowsAsync(partition, rows.Select(row => row.Key), cancellation))
        .ToDictionary(row => row.Key, row => StockRows.Read(row.Value), StringComparer.Ordinal);

    private async Task SubmitAsync(IEnumerable<TableEntity> rows, TableTransactionActionType action, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(RowsATransaction))
            await tables.Stock.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(action, row)), cancellation);
    }
}
