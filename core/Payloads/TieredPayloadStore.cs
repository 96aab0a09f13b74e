using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Payloads;

/// <summary>
/// Small documents as rows of a table, where many writers share one commit; large ones as files. Both are named by the day and the
/// SHA-256 of their content.
/// </summary>
public sealed class TieredPayloadStore(IsthmusTables tables, FilePayloadStore files, TimeProvider time) : IPayloadStore
{
    /// <summary>Documents of up to so many bytes are rows; a property of a table holds 64 KiB.</summary>
    public const int LargestRow = 48 * 1024;

    private const int RowsAtOnce = 100;

    /// <inheritdoc/>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.Length > LargestRow) return await files.PutAsync(content, cancellation);
        var reference = PayloadReference.Of(content.Span, time.GetUtcNow());
        var row = new TableEntity(PayloadReference.Partition(reference), reference) { ["Content"] = content.ToArray() };
        await tables.Payloads.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return reference;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> GetAsync(string reference, CancellationToken cancellation = default)
    {
        if (!PayloadReference.IsOne(reference)) throw new PayloadMissingException(reference);
        var row = await tables.Payloads.GetEntityIfExistsAsync<TableEntity>(
            PayloadReference.Partition(reference), reference, cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetBinary("Content") : await files.GetAsync(reference, cancellation);
    }

    /// <summary>Removes documents of days before that of <paramref name="before"/> that nothing needs any more.</summary>
    /// <param name="before">Its day and later ones stay.</param>
    /// <param name="kept">References that something still needs.</param>
    /// <param name="budget">How long to go on.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task PurgeAsync(
        DateTimeOffset before, IReadOnlySet<string> kept, PurgeBudget budget, CancellationToken cancellation = default)
    {
        files.Purge(before, kept, budget);
        var day = PayloadReference.Day(before);
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {day}");
        string[] keys = ["PartitionKey", "RowKey"];
        await foreach (var rows in tables.Payloads
            .QueryAsync<TableEntity>(filter, RowsAtOnce, keys, cancellation).ChunksOfAsync(RowsAtOnce, cancellation))
        {
            if (budget.Spent) return;
            foreach (var partition in rows.Where(row => !kept.Contains(row.RowKey)).GroupBy(row => row.PartitionKey, row => row.RowKey))
            {
                await RowRemoval.RemoveAsync(tables.Payloads, partition.Key, partition, cancellation);
                budget.Took(partition.Count());
            }
        }
    }
}
