using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Polling;
using Isthmus.Core.Stock;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Sage's quantities: a page is compared with what was read before, because stamps may move without a change and a change without
/// its stamp. Warehouses without a location and items that Zoho lacks are skipped, and looked at again when they are read again.
/// </summary>
public sealed class StockFeed(
    SageAgentClient sage, Mapper mapper, StockPlaces places, ItemCatalogue catalogue, StockStore store, StockDrift drift,
    IOptions<StockOptions> rules, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private static readonly string[] Columns =
        ["ItemCode", "WarehouseCode", "QuantityOnHand", "QuantityOnSalesOrder", "QuantityOnPurchaseOrder"];

    /// <summary>The feed, for the poller.</summary>
    public Feed Feed => new(SageOptions.Id, "stock", Overlap)
    {
        Read = (since, cancellation) => sage.QueryAsync("IM_ItemWarehouse", Columns, null, since, cancellation),
        TakeAsync = (page, cancellation) => TakeAsync(page, check: false, cancellation),
    };

    /// <summary>The same; what did not change in Sage is compared with what Zoho shows as well.</summary>
    public Feed Checked => Feed with { TakeAsync = (page, cancellation) => TakeAsync(page, check: rules.Value.CorrectDrift, cancellation) };

    /// <summary>Takes the quantities of an item that is new in Zoho, because they were skipped when they were read.</summary>
    public async Task TakeItemAsync(string item, CancellationToken cancellation)
    {
        var rows = await sage.QueryAsync(
            "IM_ItemWarehouse", Columns, new Dictionary<string, string> { ["ItemCode"] = item }, null, cancellation).ToListAsync(cancellation);
        await TakeAsync(rows, check: false, cancellation);
    }

    /// <summary>
    /// Looks at items in their warehouses, in Sage and in Zoho: a delivery that was received in both may have been corrected in
    /// Zoho before its receive arrived there.
    /// </summary>
    public async Task CheckAsync(IEnumerable<(string Item, string Warehouse)> delivered, CancellationToken cancellation)
    {
        var keys = delivered.Distinct().Select(place => new Dictionary<string, string>
        {
            ["ItemCode"] = place.Item, ["WarehouseCode"] = place.Warehouse,
        });
        var rows = await sage.ReadManyAsync("IM_ItemWarehouse", keys, cancellation)
            .Where(row => row is not null).Select(row => row!.Value).ToListAsync(cancellation);
        await TakeAsync(rows, check: true, cancellation);
    }

    private async Task<PollCounts> TakeAsync(IReadOnlyList<JsonElement> page, bool check, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        if (!catalogue.Loaded) await catalogue.RefreshAsync(asked, cancellation);
        var mapped = await places.ByWarehouseAsync();
        var here = page.Select(Read).Where(row => mapped.ContainsKey(row.Warehouse)).ToList();
        if (here.Any(row => !IsSold(row))) await catalogue.RefreshAsync(asked, cancellation);
        var sold = here.Where(IsSold)
            .Select(row => new WantedStock(row.Item, row.Warehouse, row.Available(rules.Value.CountPurchases))).ToList();
        var taken = await store.TakeAsync(sold, cancellation);
        if (check) taken += await drift.TakeAsync(sold, cancellation);
        return new PollCounts(page.Count, taken, sold.Count - taken, page.Count - sold.Count);
    }

    private bool IsSold(ItemQuantity row) => catalogue.Index.Find(row.Item).Code is not null;

    private ItemQuantity Read(JsonElement row) => mapper.Read<ItemQuantity>("sage-item-warehouse", row, new StepNotes());
}
