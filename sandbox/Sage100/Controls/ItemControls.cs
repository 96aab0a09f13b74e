using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/items <c>[{itemCode, description, price, productLine, stock, warehouse, itemType, inactive, stamped}]</c>:
/// a catalogue at once, cut to Sage's lengths. What is left out of an item that is there stays as it is. With stamped: false the
/// change leaves no stamp, as imports at some hosts do not.
/// </summary>
internal static class ItemControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company) =>
        routes.MapPost("/_sandbox/sage-100/items", async (HttpContext context) =>
        {
            var items = await context.Request.ReadListAsync("items");
            lock (company.Gate)
            {
                company.Time.ByPerson(() =>
                {
                    foreach (var item in items) Put(company, item);
                    return items.Count;
                });
            }
            await context.Response.WriteJsonAsync(201, new JsonObject { ["items"] = items.Count });
        });

    private static void Put(Company company, JsonObject item)
    {
        item.AllowOnly("itemCode", "description", "price", "productLine", "stock", "warehouse", "itemType", "inactive",
            "stamped");
        var table = company[ItemSchema.Object];
        var code = item.Need<string>("itemCode").ToUpperInvariant();
        if (code.Length is 0 or > 30) throw new ControlException($"itemCode '{code}' must have 1 to 30 characters.");
        var row = table.Find(code)?.Copy() ?? new Row(table.Schema).Set("ItemCode", code).Set("ItemCodeDesc", Cut(code));
        if (item.Get<string>("description") is { } description) row.Set("ItemCodeDesc", Cut(description));
        row.Set("ProductLine", item.Get("productLine", row.Text("ProductLine"))!)
            .Set("StandardUnitPrice", item.Get("price", row.Number("StandardUnitPrice")))
            .Set("ItemType", item.Get("itemType", row.Text("ItemType"))!)
            .Set("InactiveItem", item.Get("inactive", row.Text("InactiveItem") == "Y") ? "Y" : "N")
            .Set("DefaultWarehouseCode", item.Get("warehouse", row.Text("DefaultWarehouseCode"))!);
        if (item.Get("stamped", true)) company.Time.Stamp(row);
        table.Put(row);
        if (row.Text("ItemType") != ItemSchema.Regular) return;
        var stock = StockBook.Row(company, code, row.Text("DefaultWarehouseCode"));
        StockBook.Count(company, code, row.Text("DefaultWarehouseCode"), item.Get("stock", stock.Number("QuantityOnHand")));
    }

    private static string Cut(string text) => text[..Math.Min(30, text.Length)];
}
