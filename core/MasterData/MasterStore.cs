using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.MasterData;

/// <summary>What is kept of the records of each flow: read and written by the page, found by key or by the CRM's id.</summary>
public sealed class MasterStore(IsthmusTables tables)
{
    private const int RowsATransaction = 100;

    /// <summary>The records of these keys that are kept, by key.</summary>
    public async Task<IReadOnlyDictionary<string, KeptRecord>> FindAsync(
        string flow, IReadOnlyCollection<string> keys, CancellationToken cancellation = default)
    {
        var rows = await tables.MasterData.RowsAsync(flow, keys.Select(MasterRows.Record), cancellation);
        return rows.Values.Select(MasterRows.Read).ToDictionary(record => record.Key, StringComparer.Ordinal);
    }

    /// <summary>One record; null where none is kept.</summary>
    public async Task<KeptRecord?> FindAsync(string flow, string key, CancellationToken cancellation = default) =>
        await GetAsync(flow, MasterRows.Record(key), cancellation) is { } row ? MasterRows.Read(row) : null;

    /// <summary>The record that has this id in the CRM; null where none of the flow has.</summary>
    public async Task<KeptRecord?> FindByIdAsync(string flow, string crmId, CancellationToken cancellation = default) =>
        await GetAsync(flow, MasterRows.Id(crmId), cancellation) is { } row
        && await FindAsync(flow, row.GetString("Key"), cancellation) is { } record && record.CrmId == crmId ? record : null;

    /// <summary>Keeps records; durable when it completes. A crash in between leaves some of them as they were.</summary>
    /// <param name="flow">Their flow.</param>
    /// <param name="records">What is to be kept, each with its id in the CRM as it was.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task KeepAsync(
        string flow, IEnumerable<(KeptRecord Now, string? IdBefore)> records, CancellationToken cancellation = default)
    {
        var rows = records.SelectMany(record => Rows(flow, record.Now, record.IdBefore)).DistinctBy(row => row.RowKey);
        foreach (var chunk in rows.Chunk(RowsATransaction))
            await tables.MasterData.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation);
    }

    /// <summary>Every record of a flow; costs what is kept, so it is for sweeps only.</summary>
    public async IAsyncEnumerable<KeptRecord> AllAsync(string flow, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (from, until) = MasterRows.Records;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {flow} and RowKey ge {from} and RowKey lt {until}");
        await foreach (var row in tables.MasterData.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return MasterRows.Read(row);
    }

    private static IEnumerable<TableEntity> Rows(string flow, KeptRecord now, string? idBefore)
    {
        if (now.CrmId is { } id && id != idBefore) yield return MasterRows.WriteId(flow, id, now.Key);
        yield return MasterRows.Write(flow, now);
    }

    private async Task<TableEntity?> GetAsync(string flow, string row, CancellationToken cancellation)
    {
        var found = await tables.MasterData.GetEntityIfExistsAsync<TableEntity>(flow, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
