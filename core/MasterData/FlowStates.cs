using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.MasterData;

/// <summary>The state of each flow: a row each, changed by one writer at a time.</summary>
public sealed class FlowStates(IsthmusTables tables)
{
    private const string Partition = "!flows";

    /// <summary>The state of a flow; a flow that never looked has none of anything.</summary>
    public async Task<FlowState> FindAsync(string flow, CancellationToken cancellation = default) =>
        await RowAsync(flow, cancellation) is { } row ? Read(row) : new FlowState();

    /// <summary>Changes it. Two who change it at the same time take turns, so the change may be asked for more than once.</summary>
    /// <returns>The state as it is now.</returns>
    public async Task<FlowState> ChangeAsync(string flow, Func<FlowState, FlowState> change, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await RowAsync(flow, cancellation);
            var before = row is null ? new FlowState() : Read(row);
            var after = change(before);
            if (after == before) return before;
            var entity = new TableEntity(Partition, TableKey.Escape(flow)) { ["State"] = JsonSerializer.Serialize(after) };
            try
            {
                if (row is null) await tables.MasterData.AddEntityAsync(entity, cancellation);
                else await tables.MasterData.UpdateEntityAsync(entity, row.ETag, TableUpdateMode.Replace, cancellation);
                return after;
            }
            catch (RequestFailedException moved) when (moved.Status is 409 or 412 && attempt < 20) { }
        }
    }

    private static FlowState Read(TableEntity row) => JsonSerializer.Deserialize<FlowState>(row.GetString("State"))!;

    private async Task<TableEntity?> RowAsync(string flow, CancellationToken cancellation)
    {
        var found = await tables.MasterData.GetEntityIfExistsAsync<TableEntity>(
            Partition, TableKey.Escape(flow), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
