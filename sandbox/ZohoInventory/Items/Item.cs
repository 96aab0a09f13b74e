using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Items;

/// <summary>Something sold. Goods of type "inventory" have stock; the SKU is unique, and may be absent.</summary>
internal sealed class Item : IStamped
{
    public required string Id { get; init; }

    public string Name { get; set; } = "";

    public string Sku { get; set; } = "";

    public decimal Rate { get; set; }

    public decimal PurchaseRate { get; set; }

    public string Unit { get; set; } = "";

    public string Description { get; set; } = "";

    public string ItemType { get; set; } = "inventory";

    public string ProductType { get; set; } = "goods";

    public string? TaxId { get; set; }

    public bool IsActive { get; set; } = true;

    public decimal? ReorderLevel { get; set; }

    /// <summary>Stock by location id.</summary>
    public Dictionary<string, Stock> Stock { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public Echoed Rest { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    public bool IsGoods => ProductType == "goods";

    public bool IsTracked => ItemType == "inventory" && IsGoods;

    public Stock At(string locationId)
    {
        if (!Stock.TryGetValue(locationId, out var stock)) Stock[locationId] = stock = new Stock();
        return stock;
    }
}
