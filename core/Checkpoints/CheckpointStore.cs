using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Checkpoints;

/// <summary>How far each poll has come. A checkpoint moves only after what it covers is safely taken.</summary>
public sealed class CheckpointStore(IsthmusTables tables)
{
    /// <summary>The poll's checkpoint, or null before its first run.</summary>
    public async Task<DateTimeOffset?> GetAsync(string connection, string feed, CancellationToken cancellation = default)
    {
        var found = await tables.Checkpoints.GetEntityIfExistsAsync<TableEntity>(connection, feed, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.GetDateTimeOffset("Until") : null;
    }

    /// <summary>Moves the checkpoint.</summary>
    public Task SetAsync(string connection, string feed, DateTimeOffset until, CancellationToken cancellation = default) =>
        tables.Checkpoints.UpsertEntityAsync(
            new TableEntity(connection, feed) { ["Until"] = until }, TableUpdateMode.Replace, cancellation);

    /// <summary>Forgets the checkpoint.</summary>
    public Task RemoveAsync(string connection, string feed, CancellationToken cancellation = default) =>
        tables.Checkpoints.DeleteEntityAsync(connection, feed, ETag.All, cancellation);
}
