using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>Corrects stock, at once and by the difference: to say it twice is to count it twice.</summary>
    public Task<JsonElement> CreateAdjustmentAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create inventory adjustment", "/inventoryadjustments", [], body, "inventory_adjustment", cancellation);

    /// <summary>
    /// The adjustment of our own reference, as a row; null when there is none since that moment. The list knows no filter: it is
    /// read newest first for as long as it may hold it.
    /// </summary>
    public async Task<JsonElement?> FindAdjustmentAsync(
        string reference, DateTimeOffset since, CancellationToken cancellation = default)
    {
        var rows = api.ListAsync(
            "find inventory adjustment", "/inventoryadjustments", "inventory_adjustments", "inventory_adjustment_id",
            ZohoChanges.Newest, cancellation);
        await foreach (var row in ZohoChanges.SinceAsync(rows, since, cancellation))
            if (row.Text("reference_number") == reference) return row;
        return null;
    }
}
