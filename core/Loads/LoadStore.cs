using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Loads;

/// <summary>The loads: how far each has come and what people want of it.</summary>
public sealed class LoadStore(IsthmusTables tables, TimeProvider time)
{
    /// <summary>Begins a load, unless one of its kind is under way; one that has ended gives its place to the next.</summary>
    /// <returns>The load, or the one that is under way.</returns>
    public async Task<Load> BeginAsync(Load load, CancellationToken cancellation = default)
    {
        var begun = load with { StartedAt = time.GetUtcNow(), UpdatedAt = time.GetUtcNow() };
        for (var attempt = 1; ; attempt++)
        {
            if (await OpenAsync(load.Kind, cancellation) is { } open) return open;
            var before = await GetAsync(LoadRows.OpenRow(load.Kind), cancellation);
            var place = new TableEntity(LoadRows.Partition, LoadRows.OpenRow(load.Kind)) { ["Id"] = load.Id };
            try
            {
                await tables.Loads.SubmitTransactionAsync(
                    [
                        before is null ? new(TableTransactionActionType.Add, place)
                            : new(TableTransactionActionType.UpdateReplace, place, before.ETag),
                        new(TableTransactionActionType.UpsertReplace, LoadRows.Write(begun)),
                    ],
                    cancellation);
                return begun;
            }
            catch (RequestFailedException moved) when (moved.Status is 404 or 409 or 412 && attempt < 20) { }
        }
    }

    /// <summary>The load of a kind that is under way, or null.</summary>
    public async Task<Load?> OpenAsync(string kind, CancellationToken cancellation = default) =>
        await GetAsync(LoadRows.OpenRow(kind), cancellation) is { } row
        && await FindAsync(row.GetString("Id"), cancellation) is { Open: true } open ? open : null;

    /// <summary>A load, or null.</summary>
    public async Task<Load?> FindAsync(string id, CancellationToken cancellation = default) =>
        await GetAsync(LoadRows.Row(TableKey.Escape(id)), cancellation) is { } row ? LoadRows.Read(row) : null;

    /// <summary>All loads, the latest first; there are few.</summary>
    public async Task<IReadOnlyList<Load>> ListAsync(int limit, CancellationToken cancellation = default)
    {
        var (from, until) = (LoadRows.Prefix, LoadRows.Prefix + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {LoadRows.Partition} and RowKey ge {from} and RowKey lt {until}");
        var all = await tables.Loads.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .Select(LoadRows.Read).ToListAsync(cancellation);
        return [.. all.OrderByDescending(load => load.StartedAt).Take(limit)];
    }

    /// <summary>Changes a load. Two who change it at the same time take turns, so the change may be asked for more than once.</summary>
    /// <returns>The load as it is now.</returns>
    public async Task<Load> ChangeAsync(string id, Func<Load, Load> change, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await GetAsync(LoadRows.Row(id), cancellation) ?? throw new InvalidOperationException($"There is no load '{id}'.");
            var before = LoadRows.Read(row);
            var after = change(before);
            if (after == before) return before;
            after = after with { UpdatedAt = time.GetUtcNow() };
            try
            {
                await tables.Loads.UpdateEntityAsync(LoadRows.Write(after), row.ETag, TableUpdateMode.Replace, cancellation);
                return after;
            }
            catch (RequestFailedException moved) when (moved.Status == 412 && attempt < 20) { }
        }
    }

    /// <summary>
    /// Counts a page and moves behind it, in one write. A page that was counted before is not counted again.
    /// </summary>
    /// <param name="load">The load as it was when the page was read.</param>
    /// <param name="counts">What became of the page's records.</param>
    /// <param name="next">Where the next page begins; null behind the last.</param>
    /// <param name="worked">How long it took.</param>
    public Task<Load> PassPageAsync(Load load, LoadCounts counts, string? next, TimeSpan worked) => ChangeAsync(load.Id, now =>
    {
        if (now.Pages != load.Pages || !now.Open) return now;
        var passed = now with { Counts = now.Counts + counts, Pages = now.Pages + 1, After = next, Worked = now.Worked + worked };
        return next is null
            ? passed with { State = LoadState.Done, Note = $"{passed.Counts}.", Total = passed.Counts.Read }
            : passed with { State = LoadState.Running, Note = null };
    });

    /// <summary>What is settled of the page that a load is at.</summary>
    public async Task<PageLedger> OpenPageAsync(Load load, CancellationToken cancellation = default) =>
        new(tables, load, await GetAsync(LoadRows.PageRow(load.Id), cancellation));

    private async Task<TableEntity?> GetAsync(string row, CancellationToken cancellation)
    {
        var found = await tables.Loads.GetEntityIfExistsAsync<TableEntity>(LoadRows.Partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
