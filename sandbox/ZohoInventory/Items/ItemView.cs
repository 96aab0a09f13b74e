using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Items;

internal static class ItemView
{
    public static JsonObject Of(Company company, Item item)
    {
        var tax = company.Tax(item.TaxId);
        var view = new JsonObject
        {
            ["item_id"] = item.Id,
            ["name"] = item.Name,
            ["item_name"] = item.Name,
            ["sku"] = item.Sku,
            ["status"] = item.IsActive ? "active" : "inactive",
            ["source"] = "api",
            ["unit"] = item.Unit,
            ["description"] = item.Description,
            ["rate"] = item.Rate,
            ["purchase_rate"] = item.PurchaseRate,
            ["item_type"] = item.ItemType,
            ["product_type"] = item.ProductType,
            ["is_taxable"] = true,
            ["track_inventory"] = item.IsTracked,
            ["can_be_sold"] = item.ItemType != "purchases",
            ["can_be_purchased"] = item.ItemType != "sales",
            ["is_combo_product"] = false,
            ["is_linked_with_zohocrm"] = false,
            ["tax_id"] = tax?.Id ?? "",
            ["tax_name"] = tax?.Name ?? "",
            ["tax_percentage"] = tax?.Percentage ?? 0,
            ["reorder_level"] = item.ReorderLevel is { } level ? level : "",
            ["created_time"] = CompanyClock.Stamp(item.Created),
            ["last_modified_time"] = CompanyClock.Stamp(item.Modified),
            ["custom_fields"] = item.Custom.ToArray(company, "item"),
            ["custom_field_hash"] = item.Custom.ToHash(company, "item"),
        };
        item.Rest.Show(view, ItemShapes.Kept);
        if (item.IsTracked) AddStock(company, item, view);
        return view;
    }

    private static void AddStock(Company company, Item item, JsonObject view)
    {
        var mode = company.Settings.StockMode;
        view["stock_on_hand"] = item.Stock.Values.Sum(stock => stock.OnHand(mode));
        view["available_stock"] = item.Stock.Values.Sum(stock => stock.AccountingAvailable);
        view["actual_available_stock"] = item.Stock.Values.Sum(stock => stock.PhysicalAvailable);
        view["committed_stock"] = item.Stock.Values.Sum(stock => stock.ToInvoice);
        view["actual_committed_stock"] = item.Stock.Values.Sum(stock => stock.ToShip);
        var word = company.Settings.Places == "locations" ? "location" : "warehouse";
        view[word + "s"] = new JsonArray([.. company.Locations.Select(location => (JsonNode)Place(location, item, mode, word))]);
    }

    private static JsonObject Place(Location location, Item item, string mode, string word)
    {
        var stock = item.Stock.GetValueOrDefault(location.Id) ?? new Stock();
        return new JsonObject
        {
            [word + "_id"] = location.Id,
            [word + "_name"] = location.Name,
            ["status"] = location.IsActive ? "active" : "inactive",
            ["is_primary"] = location.IsPrimary,
            [word + "_stock_on_hand"] = stock.OnHand(mode).ToString(),
            [word + "_available_stock"] = stock.AccountingAvailable.ToString(),
            [word + "_actual_available_stock"] = stock.PhysicalAvailable.ToString(),
        };
    }
}
