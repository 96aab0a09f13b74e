using Azure.Data.Tables;

namespace Isthmus.Core.Tables;

/// <summary>Rows of one partition by their keys: keys that lie side by side are read together, scattered ones one by one.</summary>
internal static class RowsByKey
{
    private const int AtOnce = 32;

    /// <summary>The rows that are there, by key.</summary>
    public static async Task<Dictionary<string, TableEntity>> RowsAsync(
        this TableClient table, string partition, IEnumerable<string> keys, CancellationToken cancellation)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        if (wanted.Count == 0) return found;
        var (first, last) = (wanted.Min(StringComparer.Ordinal)!, wanted.Max(StringComparer.Ordinal)!);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        var others = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (wanted.Contains(row.RowKey)) found[row.RowKey] = row;
            else if (++others > wanted.Count) return await OneByOneAsync(table, partition, wanted, cancellation);
        }
        return found;
    }

    private static async Task<Dictionary<string, TableEntity>> OneByOneAsync(
        TableClient table, string partition, IEnumerable<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(AtOnce))
        {
            var rows = await Task.WhenAll(some.Select(
                key => table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation)));
            foreach (var row in rows.Where(row => row.HasValue)) found[row.Value!.RowKey] = row.Value;
        }
        return found;
    }
}
