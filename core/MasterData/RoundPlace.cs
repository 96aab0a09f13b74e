using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.MasterData;

/// <summary>Where the next round of looks begins: with the first flow that the last one left without its turn.</summary>
public sealed class RoundPlace(IsthmusTables tables)
{
    private const string Partition = "!round";
    private const string Row = "next";

    /// <summary>The flow's name; null where every flow had its turn.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellation = default)
    {
        var found = await tables.MasterData.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.GetString("Flow") : null;
    }

    /// <summary>Keeps it; durable when it completes.</summary>
    public Task KeepAsync(string? flow, CancellationToken cancellation = default) => tables.MasterData.UpsertEntityAsync(
        new TableEntity(Partition, Row) { ["Flow"] = flow }, TableUpdateMode.Replace, cancellation);
}
