using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Loads;

/// <summary>A record as it was carried last.</summary>
/// <param name="Hash">The hash of what was written.</param>
/// <param name="RunId">The run that wrote it.</param>
public sealed record LoadedRecord(string Hash, string RunId);

/// <summary>What was carried of each record, so that one that did not change costs no call.</summary>
public sealed class LoadedRecords(IsthmusTables tables)
{
    /// <summary>The record as it was carried last, or null.</summary>
    public async Task<LoadedRecord?> FindAsync(string kind, string key, CancellationToken cancellation = default)
    {
        var found = await tables.Loads.GetEntityIfExistsAsync<TableEntity>(kind, TableKey.Escape(key), cancellationToken: cancellation);
        return found.HasValue ? new LoadedRecord(found.Value!.GetString("Hash"), found.Value.GetString("RunId")) : null;
    }

    /// <summary>Remembers what was carried.</summary>
    public Task KeepAsync(string kind, string key, LoadedRecord record, CancellationToken cancellation = default) =>
        tables.Loads.UpsertEntityAsync(
            new TableEntity(kind, TableKey.Escape(key)) { ["Hash"] = record.Hash, ["RunId"] = record.RunId },
            TableUpdateMode.Replace, cancellation);
}
