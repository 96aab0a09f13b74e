using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds;

/// <summary>Reads the lines of a Zoho invoice in minor units, each with its tax.</summary>
public sealed class BilledLines(Amounts amounts)
{
    /// <summary>The invoice's lines.</summary>
    public IReadOnlyList<BilledLine> Of(JsonElement invoice, string currency)
    {
        var inclusive = invoice.TryGetProperty("is_inclusive_tax", out var flag) && flag.ValueKind == JsonValueKind.True;
        return [.. invoice.NeedList("line_items", ZohoInventoryOptions.Id).Select(line => new BilledLine(
            line.NeedText("line_item_id", ZohoInventoryOptions.Id), Known(line, "salesorder_item_id"), Known(line, "item_id"),
            Known(line, "sku"), Known(line, "description") ?? Known(line, "name") ?? "", line.FindText("product_type") != "service",
            line.NeedNumber("quantity", ZohoInventoryOptions.Id), Gross(line, inclusive, currency), Known(line, "tax_id")))];
    }

    private long Gross(JsonElement line, bool inclusive, string currency)
    {
        var net = line.NeedNumber("item_total", ZohoInventoryOptions.Id);
        if (inclusive) return amounts.Minor(line.FindNumber("item_total_inclusive_of_tax") ?? net, currency);
        return amounts.Minor(net, currency) + amounts.Minor(net * (line.FindNumber("tax_percentage") ?? 0) / 100, currency);
    }

    private static string? Known(JsonElement line, string name) => line.FindText(name) is { Length: > 0 } text ? text : null;
}
