using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>What lies in the house is what came in less what was shipped, and what came back of that.</summary>
internal static class StockProof
{
    private const decimal AtFirst = 1000;

    public static async Task FindAsync(World world, Ledger ledger, IReadOnlyDictionary<string, int> received, Findings findings)
    {
        var shipped = new Dictionary<string, decimal>();
        foreach (var order in ledger.SalesOrders.Where(order => order.Text("shipped_status") is not ("" or "pending")))
            foreach (var line in await LinesAsync(world, order.Text("salesorder_id"))) Count(shipped, line, "quantity_shipped");
        var returned = new Dictionary<string, decimal>();
        foreach (var line in ledger.Of("zoho-inventory", "salesreturnreceives").SelectMany(back => back.GetProperty("line_items").EnumerateArray()))
            Count(returned, line, "quantity");
        var items = ledger.Of("zoho-inventory", "items").ToDictionary(item => item.Text("sku"));
        foreach (var sku in Catalogue.Stocked)
        {
            var id = items[sku].Text("item_id");
            var expected = AtFirst + received.GetValueOrDefault(sku) - shipped.GetValueOrDefault(id) + returned.GetValueOrDefault(id);
            findings.Expect(
                items[sku].Number("physical_stock") == expected,
                $"{items[sku].Number("physical_stock")} of {sku} lie in the house: {received.GetValueOrDefault(sku)} came in, "
                + $"{shipped.GetValueOrDefault(id)} were shipped, {returned.GetValueOrDefault(id)} came back");
        }
    }

    private static async Task<IEnumerable<JsonElement>> LinesAsync(World world, string order)
    {
        var answer = await world.Sandbox.PostAsJsonAsync(
            "/_sandbox/zoho-inventory/by-hand", new { method = "GET", path = $"/salesorders/{order}" });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("salesorder").GetProperty("line_items").EnumerateArray();
    }

    private static void Count(Dictionary<string, decimal> units, JsonElement line, string name) =>
        units[line.Text("item_id")] = units.GetValueOrDefault(line.Text("item_id")) + line.Number(name);
}
