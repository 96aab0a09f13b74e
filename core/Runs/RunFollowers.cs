using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>Remembers which runs wait for the end of another, so that they can be told.</summary>
public sealed class RunFollowers(IsthmusTables tables)
{
    private const string Prefix = "follower|";

    /// <summary>Has the follower told when the run ends. The run need not exist yet; asking twice is asking once.</summary>
    public Task AddAsync(string runId, string follower, CancellationToken cancellation = default) => tables.Runs.UpsertEntityAsync(
        new TableEntity(TableKey.Escape(runId), Prefix + TableKey.Escape(follower)) { ["Follower"] = follower },
        TableUpdateMode.Replace, cancellation);

    /// <summary>The runs that wait for this one.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string runId, CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(runId);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {Prefix} and RowKey lt {"follower}"}");
        var found = new List<string>();
        await foreach (var row in tables.Runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            found.Add(row.GetString("Follower"));
        return found;
    }

    /// <summary>Forgets a follower that was told.</summary>
    public Task RemoveAsync(string runId, string follower, CancellationToken cancellation = default) =>
        tables.Runs.DeleteEntityAsync(TableKey.Escape(runId), Prefix + TableKey.Escape(follower), ETag.All, cancellation);
}
