using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Purchasing;

/// <summary>Which line of a purchase order in Sage is which line of the same order in Zoho.</summary>
public sealed class PairedOrders(ZohoItems items)
{
    /// <summary>Zoho's line ids by Sage's line keys.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LinesAsync(JsonElement sage, JsonElement zoho)
    {
        var rows = sage.NeedList("Lines", SageOptions.Id).ToList();
        var skus = await items.SkusAsync(rows.Select(Code));
        var lines = rows.Select(row =>
            new PairingLine(Key(row), skus.GetValueOrDefault(Code(row), Code(row)), row.FindText(SageLines.External)));
        return LinePairs.Of([.. lines], ZohoLines(zoho));
    }

    /// <summary>Zoho's line ids by the keys of an order's lines.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LinesAsync(PurchaseOrder order, JsonElement zoho)
    {
        var skus = await items.SkusAsync(order.Lines.Select(line => line.Sku));
        var lines = order.Lines.Select(line => new PairingLine(line.Id, skus.GetValueOrDefault(line.Sku, line.Sku)));
        return LinePairs.Of([.. lines], ZohoLines(zoho));
    }

    private static List<PairingLine> ZohoLines(JsonElement order) =>
    [
        .. order.NeedList("line_items", ZohoInventoryOptions.Id)
            .Select(line => new PairingLine(line.NeedText("line_item_id", ZohoInventoryOptions.Id), line.FindText("sku") ?? "")),
    ];

    private static string Key(JsonElement row) => row.NeedText("LineKey", SageOptions.Id);

    private static string Code(JsonElement row) => row.FindText("ItemCode") ?? "";
}
