using Isthmus.Core.Stock;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Finds quantities that somebody changed in Zoho: Sage did not change, so no stamp tells of them. Items that an order is taking at
/// this moment are left to the next look, because both systems do not know of it yet.
/// </summary>
public sealed class StockDrift(ZohoQuantities zoho, StockStore store, OwnSaleStore sales)
{
    /// <summary>Has what differs corrected.</summary>
    /// <returns>How many differ that were not on their way already.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<WantedStock> read, CancellationToken cancellation)
    {
        if (read.Count == 0) return 0;
        var moving = (await sales.AllAsync(cancellation)).Select(sale => sale.Item).ToHashSet(StringComparer.Ordinal);
        var shown = await zoho.ReadAsync(read, cancellation);
        return await store.TakeAgainAsync(
            [.. read.Where(row => shown[row.Key].Available != row.Quantity && !moving.Contains(row.Item))], cancellation);
    }
}
