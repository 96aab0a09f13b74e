using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Items;

/// <summary>
/// Items by the system that they come from: what was read last, so that what did not change costs nothing; what has yet to be
/// carried, so that a crash loses nothing; what was written, so that only what differs is written again.
/// </summary>
public sealed class ItemStore(IsthmusTables tables)
{
    private const int RowsATransaction = 100;

    /// <summary>Takes those that differ from what is known; durable when it completes.</summary>
    /// <param name="source">The system that they come from.</param>
    /// <param name="read">What it showed.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>How many differ.</returns>
    public async Task<int> TakeAsync(string source, IReadOnlyList<ReadItem> read, CancellationToken cancellation = default)
    {
        var known = await tables.Items.RowsAsync(ItemRows.Known(source), read.Select(item => TableKey.Escape(item.Key)), cancellation);
        var changed = read.Where(item => known.GetValueOrDefault(TableKey.Escape(item.Key))?.GetString("Mark") != item.Mark)
            .DistinctBy(item => item.Key).ToList();
        // First what is to be done, then that it is known: a crash in between takes the same change again.
        await SubmitAsync(changed.Select(item => ItemRows.Want(source, item)), cancellation);
        await SubmitAsync(changed.Select(item => ItemRows.Know(source, item)), cancellation);
        return changed.Count;
    }

    /// <summary>Remembers what was read of items that were carried in another way.</summary>
    public Task KnowAsync(string source, IEnumerable<ReadItem> read, CancellationToken cancellation = default) =>
        SubmitAsync(read.Select(item => ItemRows.Know(source, item)), cancellation);

    /// <summary>Takes an item whatever is known of it.</summary>
    public Task WantAsync(string source, ReadItem item, CancellationToken cancellation = default) =>
        tables.Items.UpsertEntityAsync(ItemRows.Want(source, item), TableUpdateMode.Replace, cancellation);

    /// <summary>Keys of items that wait and that no run has tried, as many as are asked for.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(string source, int most, CancellationToken cancellation = default)
    {
        var (partition, tried) = (ItemRows.Wanted(source), false);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Tried eq {tried}");
        return await tables.Items.QueryAsync<TableEntity>(filter, select: ["Key"], cancellationToken: cancellation)
            .Take(most).Select(row => row.GetString("Key")).ToListAsync(cancellation);
    }

    /// <summary>What has yet to be carried of an item; null when nothing has.</summary>
    public async Task<ReadItem?> FindAsync(string source, string key, CancellationToken cancellation = default) =>
        await GetAsync(ItemRows.Wanted(source), key, cancellation) is { } row ? ItemRows.ReadWanted(row) : null;

    /// <summary>Leaves an item to the run that tried it: that run, a person or a newer content sets it going again.</summary>
    public async Task LeaveAsync(string source, ReadItem item, CancellationToken cancellation = default)
    {
        var row = new TableEntity(ItemRows.Wanted(source), TableKey.Escape(item.Key)) { ["Tried"] = true };
        try { await tables.Items.UpdateEntityAsync(row, new ETag(item.Version), TableUpdateMode.Merge, cancellation); }
        catch (RequestFailedException newer) when (newer.Status is 404 or 412) { }
    }

    /// <summary>Forgets what was carried.</summary>
    /// <returns>False when a newer content came meanwhile, which has yet to be carried.</returns>
    public async Task<bool> SettleAsync(string source, ReadItem item, CancellationToken cancellation = default)
    {
        try
        {
            await tables.Items.DeleteEntityAsync(ItemRows.Wanted(source), TableKey.Escape(item.Key), new ETag(item.Version), cancellation);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404) { return true; }
        catch (RequestFailedException newer) when (newer.Status == 412) { return false; }
    }

    /// <summary>What was last written of an item to the other system; null before the first time.</summary>
    public async Task<WrittenItem?> FindWrittenAsync(string source, string key, CancellationToken cancellation = default) =>
        await GetAsync(ItemRows.Written(source), key, cancellation) is { } row ? ItemRows.ReadWritten(row) : null;

    /// <summary>Remembers what was written.</summary>
    public Task WroteAsync(string source, string key, WrittenItem item, CancellationToken cancellation = default) =>
        tables.Items.UpsertEntityAsync(ItemRows.Write(source, key, item), TableUpdateMode.Replace, cancellation);

    /// <summary>Forgets what was read and written of an item, so that it counts as new when it is read again.</summary>
    public async Task ForgetAsync(string source, string key, CancellationToken cancellation = default)
    {
        await ForgetWrittenAsync(source, key, cancellation);
        await tables.Items.DeleteEntityAsync(ItemRows.Known(source), TableKey.Escape(key), ETag.All, cancellation);
    }

    /// <summary>Forgets what was written, because the other system lost it.</summary>
    public Task ForgetWrittenAsync(string source, string key, CancellationToken cancellation = default) =>
        tables.Items.DeleteEntityAsync(ItemRows.Written(source), TableKey.Escape(key), ETag.All, cancellation);

    private async Task<TableEntity?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        var found = await tables.Items.GetEntityIfExistsAsync<TableEntity>(partition, TableKey.Escape(key), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task SubmitAsync(IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows.Chunk(RowsATransaction))
            await tables.Items.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation);
    }
}
