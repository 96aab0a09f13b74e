using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Stock;

/// <summary>The stock of a world, as its vendors see it.</summary>
internal sealed class Storehouse(World world)
{
    /// <summary>Somebody counts an item in Sage.</summary>
    public Task CountAsync(string item, decimal onHand, string warehouse = "000") =>
        world.PostAsync("/_sandbox/sage-100/stock", new[] { new { itemCode = item, warehouse, onHand } });

    /// <summary>Goods come to an item in Sage, or get lost.</summary>
    public Task AdjustAsync(string item, decimal adjust) =>
        world.PostAsync("/_sandbox/sage-100/stock", new[] { new { itemCode = item, adjust } });

    /// <summary>Somebody corrects a quantity in Zoho.</summary>
    public async Task AdjustInZohoAsync(string sku, decimal by)
    {
        var item = (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("items").EnumerateArray()
            .Single(each => each.GetProperty("sku").GetString() == sku);
        await world.PostAsync("/_sandbox/zoho-inventory/by-hand", new
        {
            method = "POST", path = "/inventoryadjustments",
            body = new
            {
                date = "2026-11-21", reason = "Damaged goods", adjustment_type = "quantity",
                line_items = new[] { new { item_id = item.GetProperty("item_id").GetString(), quantity_adjusted = by } },
            },
        });
    }

    /// <summary>What may be sold of an item in Sage.</summary>
    public async Task<decimal> InSageAsync(string item)
    {
        var row = (await world.LedgerAsync()).Root.GetProperty("sage-100").GetProperty("warehouses").EnumerateArray()
            .Single(each => each.GetProperty("ItemCode").GetString() == item && each.GetProperty("WarehouseCode").GetString() == "000");
        return row.GetProperty("QuantityOnHand").GetDecimal() - row.GetProperty("QuantityOnSalesOrder").GetDecimal();
    }

    /// <summary>Has the app look at Sage's stock; answers with what it found.</summary>
    public async Task<JsonElement> LookAsync(bool full = false)
    {
        var answer = await world.App.PostAsync($"/api/stock/sweep?full={(full ? "true" : "false")}", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>Looks, and waits until every run that it started has ended.</summary>
    public async Task<IReadOnlyList<JsonElement>> CarryAsync(bool full = false)
    {
        var runs = new List<JsonElement>();
        foreach (var run in (await LookAsync(full)).GetProperty("runs").EnumerateArray())
            runs.Add((await world.RunAsync(run.GetString()!, "done", "ignored", "deadLettered")).GetProperty("run"));
        return runs;
    }

    /// <summary>What may be sold of an item at a location in Zoho.</summary>
    public async Task<decimal> InZohoAsync(string sku, string location = "Main")
    {
        var item = (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("items").EnumerateArray()
            .Single(each => each.GetProperty("sku").GetString() == sku);
        return item.GetProperty("available").GetProperty(location).GetDecimal();
    }

    /// <summary>How many adjustments Zoho holds.</summary>
    public async Task<int> AdjustmentsAsync() =>
        (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("inventory_adjustments").GetArrayLength();
}
