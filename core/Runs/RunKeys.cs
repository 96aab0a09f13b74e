using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>Which runs a business key belongs to: a small partition per key, whatever the history's length.</summary>
internal sealed class RunKeys(IsthmusTables tables)
{
    public Task AddAsync(string key, string runId) => tables.RunIndex.UpsertEntityAsync(
        new TableEntity(Partition(key), TableKey.Escape(runId)) { ["Id"] = runId }, TableUpdateMode.Replace);

    public Task RemoveAsync(string key, string runId, CancellationToken cancellation) =>
        tables.RunIndex.DeleteEntityAsync(Partition(key), TableKey.Escape(runId), ETag.All, cancellation);

    public async Task<IReadOnlyList<string>> FindAsync(string key, int limit, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(key)}");
        var ids = new List<string>();
        await foreach (var row in tables.RunIndex.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation))
        {
            ids.Add(row.GetString("Id"));
            if (ids.Count == limit) break;
        }
        return ids;
    }

    /// <summary>The bar keeps keys apart from flows, whose names have none.</summary>
    private static string Partition(string key) => "key|" + TableKey.Escape(key.Trim().ToUpperInvariant());
}
