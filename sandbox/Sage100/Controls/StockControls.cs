using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/stock <c>[{itemCode, warehouse, onHand | adjust,
/// reorderPoint}]</c>: somebody counts or corrects stock.
/// </summary>
internal static class StockControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company) =>
        routes.MapPost("/_sandbox/sage-100/stock", async (HttpContext context) =>
        {
            var changes = await context.Request.ReadListAsync("stock");
            lock (company.Gate)
            {
                company.Time.ByPerson(() =>
                {
                    foreach (var change in changes) Put(company, change);
                    return changes.Count;
                });
            }
            await context.Response.WriteJsonAsync(200, new JsonObject { ["stock"] = changes.Count });
        });

    private static void Put(Company company, JsonObject change)
    {
        change.AllowOnly("itemCode", "warehouse", "onHand", "adjust", "reorderPoint");
        var code = change.Need<string>("itemCode").ToUpperInvariant();
        var item = company[ItemSchema.Object].Find(code) ?? throw new ControlException($"There is no item {code}.", 404);
        var warehouse = change.Get("warehouse", item.Text("DefaultWarehouseCode"))!;
        if (company[WarehouseSchema.Object].Find(warehouse) is null)
            throw new ControlException($"There is no warehouse {warehouse}.", 404);
        var there = StockBook.Row(company, code, warehouse);
        StockBook.Count(company, code, warehouse,
            change.Get("onHand", there.Number("QuantityOnHand")) + change.Get<decimal>("adjust"));
        if (change.Get<decimal?>("reorderPoint") is not { } point) return;
        var row = StockBook.Row(company, code, warehouse).Copy().Set("ReorderPointQty", point);
        company.Time.Stamp(row);
        company[ItemWarehouseSchema.Object].Put(row);
    }
}
