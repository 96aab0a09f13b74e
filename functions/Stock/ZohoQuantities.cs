using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Core.Stock;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Stock;

/// <summary>What Zoho shows of a quantity.</summary>
/// <param name="ItemId">Zoho's item.</param>
/// <param name="LocationId">The place.</param>
/// <param name="Available">What may be sold there.</param>
public sealed record ZohoQuantity(string ItemId, string LocationId, decimal Available);

/// <summary>Reads what Zoho shows, two hundred items a call.</summary>
public sealed class ZohoQuantities(ZohoInventoryClient zoho, StockPlaces places, ItemCatalogue catalogue, TimeProvider time)
{
    private const int ItemsACall = 200;

    /// <summary>Zoho's quantities by the keys of ours.</summary>
    /// <exception cref="FailureException">Zoho lacks an item or a place.</exception>
    public async Task<IReadOnlyDictionary<string, ZohoQuantity>> ReadAsync(IReadOnlyList<WantedStock> rows, CancellationToken cancellation)
    {
        var locations = await places.ByWarehouseAsync();
        if (rows.FirstOrDefault(row => !locations.ContainsKey(row.Warehouse)) is { } nowhere) throw NoLocation(nowhere.Warehouse);
        var asked = time.GetUtcNow();
        if (!catalogue.Loaded) await catalogue.RefreshAsync(asked, cancellation);
        var ids = rows.ToDictionary(
            row => row.Key, row => catalogue.Index.Find(row.Item).Code is { } sku ? catalogue.Ids[sku] : throw NoItem(row.Item),
            StringComparer.Ordinal);
        var items = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var some in ids.Values.Distinct().Chunk(ItemsACall))
            foreach (var item in await zoho.GetItemsAsync(some, cancellation)) items[item.NeedText("item_id", ZohoInventoryOptions.Id)] = item;
        return rows.ToDictionary(
            row => row.Key,
            row => new ZohoQuantity(ids[row.Key], locations[row.Warehouse], Available(items, ids[row.Key], locations[row.Warehouse])),
            StringComparer.Ordinal);
    }

    /// <summary>Stock that may be sold at a location: what is there less what confirmed orders will take.</summary>
    private static decimal Available(Dictionary<string, JsonElement> items, string id, string location)
    {
        if (!items.TryGetValue(id, out var item)) return 0m;
        foreach (var place in item.NeedList("locations", ZohoInventoryOptions.Id))
            if (place.FindText("location_id") == location) return place.NeedNumber("location_actual_available_stock", ZohoInventoryOptions.Id);
        return 0m;
    }

    private static FailureException NoLocation(string warehouse) => new(new Failure(
        FailureClass.ReferenceMissing, ZohoInventoryOptions.Id, "compare with Zoho", "location-missing",
        $"No location in Zoho stands for the warehouse {warehouse}.",
        "Name its location in mappings/references/warehouses.yaml; then resubmit."));

    private static FailureException NoItem(string item) => new(new Failure(
        FailureClass.ReferenceMissing, ZohoInventoryOptions.Id, "compare with Zoho", "item-missing", $"Zoho has no item for '{item}'.",
        "Create the item in Zoho with that SKU, or name its SKU in mappings/references/item-aliases.yaml; then resubmit."));
}
