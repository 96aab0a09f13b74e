using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>Orders to a vendor, moves between places, and counts.</summary>
public static class Purchases
{
    public static async Task<string> VendorAsync(this ZohoClient zoho, string name = "Bottles Ltd") => Shop.Text(
        (await zoho.PostAsync("/contacts", new { contact_name = name, contact_type = "vendor" })).Accepted()["contact"],
        "contact_id");

    /// <summary>An issued order for ten of one item at 4.00 each.</summary>
    public static async Task<JsonNode> PurchaseAsync(this ZohoClient zoho, string item)
    {
        var order = (await zoho.PostAsync("/purchaseorders", new
        {
            vendor_id = await zoho.VendorAsync(),
            reference_number = "PO0000123",
            line_items = new[] { new { item_id = item, purchase_rate = 4m, quantity = 10 } },
        })).Accepted()["purchaseorder"];
        (await zoho.PostAsync($"/purchaseorders/{Shop.Text(order, "purchaseorder_id")}/status/issued")).Accepted();
        return order;
    }

    public static Task<Reply> ReceiveAsync(this ZohoClient zoho, JsonNode order, decimal quantity, string number = "R-1") =>
        zoho.PostAsync($"/purchasereceives?purchaseorder_id={Shop.Text(order, "purchaseorder_id")}", new
        {
            receive_number = number,
            date = "2026-11-21",
            line_items = new[] { new { line_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), quantity } },
        });

    public static Task<Reply> BillAsync(this ZohoClient zoho, JsonNode order, decimal quantity) => zoho.PostAsync("/bills", new
    {
        purchaseorder_id = Shop.Text(order, "purchaseorder_id"),
        vendor_id = Shop.Text(order, "vendor_id"),
        bill_number = "V-77",
        date = "2026-11-21",
        due_date = "2026-12-21",
        line_items = new[]
        {
            new { purchaseorder_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), rate = 4m, quantity },
        },
    });

    public static Task<Reply> TransferAsync(this ZohoClient zoho, string item, decimal quantity, bool inTransit = false) =>
        zoho.PostAsync("/transferorders", new
        {
            date = "2026-11-21",
            from_location_id = Shop.Main,
            to_location_id = Shop.Overflow,
            is_intransit_order = inTransit,
            line_items = new[] { new { item_id = item, name = "Bottle", quantity_transfer = quantity } },
        });

    /// <summary>One line of stock more, or less, at one place.</summary>
    public static Task<Reply> AdjustAsync(this ZohoClient zoho, string item, decimal quantity, string place = Shop.Main) =>
        zoho.PostAsync("/inventoryadjustments", new
        {
            date = "2026-11-21",
            reason = "Stock count",
            adjustment_type = "quantity",
            line_items = new[] { new { item_id = item, quantity_adjusted = quantity, location_id = place } },
        });
}
