using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>Items, all or those changed since a moment, oldest first.</summary>
    public IAsyncEnumerable<JsonElement> ListItemsAsync(DateTimeOffset? modifiedSince = null,
        CancellationToken cancellation = default)
    {
        (string, string?)[] query =
        [
            ("sort_column", "created_time"), ("sort_order", "A"),
            ("last_modified_time", modifiedSince is { } since ? ZohoTime.Write(since) : null),
        ];
        var rows = api.ListAsync("list items", "/items", "items", "item_id", query, cancellation);
        return modifiedSince is null ? rows : rows.Where(row => !(ZohoTime.Modified(row) < modifiedSince));
    }

    /// <summary>The item of this SKU; SKUs are unique where the organisation uses them.</summary>
    public async Task<JsonElement?> FindItemBySkuAsync(string sku, CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find item by SKU", "/items", "items", "item_id", ("sku", sku),
            row => row.Same("sku", sku), cancellation);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>One item with its stock by location.</summary>
    public Task<JsonElement> GetItemAsync(string id, CancellationToken cancellation = default) =>
        api.GetAsync("read item", One("items", id), "item", cancellation);

    /// <summary>Up to 200 items with their stock by location, in one call.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetItemsAsync(IEnumerable<string> ids, CancellationToken cancellation = default) =>
        (await api.GetAsync("read items", "/itemdetails", [("item_ids", string.Join(',', ids))], cancellation)).Items("items").ToList();

    /// <summary>Creates an item. A taken SKU is a Conflict, duplicate-sku.</summary>
    public Task<JsonElement> CreateItemAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create item", "/items", [], body, "item", cancellation);

    /// <summary>Changes the members that the body names. A taken name is a Conflict, duplicate-name.</summary>
    public Task<JsonElement> UpdateItemAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.UpdateAsync("update item", One("items", id), body, "item", cancellation);

    /// <summary>Says whether an item may be sold.</summary>
    public Task MarkItemAsync(string id, bool active, CancellationToken cancellation = default) =>
        api.MoveAsync("mark item", $"{One("items", id)}/{(active ? "active" : "inactive")}", cancellation);
}
