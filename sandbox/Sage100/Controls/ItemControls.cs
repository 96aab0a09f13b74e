using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/items <c>[{itemCode, description, price, productLine, stock, warehouse, itemType, inactive}]</c>: a
/// catalogue at once, cut to Sage's lengths.
/// </summary>
internal static class ItemControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company) =>
        routes.MapPost("/_sandbox/sage-100/items", async (HttpContext context) =>
        {
            var items = await ArrayAsync(context.Request);
            lock (company.Gate)
            {
                foreach (var item in items) Put(company, item);
            }
            await context.Response.WriteJsonAsync(201, new JsonObject { ["items"] = items.Count });
        });

    private static async Task<List<JsonObject>> ArrayAsync(HttpRequest request)
    {
        JsonNode? body;
        try { body = await JsonNode.ParseAsync(request.Body); }
        catch (System.Text.Json.JsonException) { throw new ControlException("The body is not JSON."); }
        if (body is JsonObject wrapped) body = wrapped["items"];
        if (body is not JsonArray array
            || array.Any(item => item is not JsonObject)) throw new ControlException("The body must be an array of items.");
        return [.. array.Select(item => item!.AsObject())];
    }

    private static void Put(Company company, JsonObject item)
    {
        item.AllowOnly("itemCode", "description", "price", "productLine", "stock", "warehouse", "itemType", "inactive");
        var table = company[ItemSchema.Object];
        var code = item.Need<string>("itemCode").ToUpperInvariant();
        if (code.Length is 0 or > 30) throw new ControlException($"itemCode '{code}' must have 1 to 30 characters.");
        var row = table.Find(code)?.Copy() ?? new Row(table.Schema).Set("ItemCode", code);
        var description = item.Get("description", code)!;
        var warehouse = item.Get("warehouse", "000")!;
        row.Set("ItemCodeDesc", description[..Math.Min(30, description.Length)]).Set("ProductLine", item.Get("productLine", "")!)
            .Set("StandardUnitPrice", item.Get<decimal>("price")).Set("ItemType", item.Get("itemType", ItemSchema.Regular)!)
            .Set("InactiveItem", item.Get<bool>("inactive") ? "Y" : "N").Set("DefaultWarehouseCode", warehouse);
        company.Time.Stamp(row);
        table.Put(row);
        if (row.Text("ItemType") == ItemSchema.Regular) StockBook.Count(company, code, warehouse, item.Get<decimal>("stock"));
    }
}
