using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Stock;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.ToZoho;

/// <summary>Makes the body that a purchase order of Sage has in Zoho, and tells what it would change there.</summary>
public sealed class ZohoPurchaseBody(
    Mapper mapper, ZohoItems items, StockPlaces places, PairedOrders pairs, IOptions<PurchasingOptions> rules)
{
    private const string LineId = "line_item_id";

    /// <summary>The number that Zoho has for an order of Sage.</summary>
    public string NumberOf(string purchaseOrderNo) => rules.Value.NumberPrefix + purchaseOrderNo;

    /// <summary>The order as it shall stand in Zoho.</summary>
    /// <param name="order">The order.</param>
    /// <param name="vendor">Zoho's contact id of its vendor.</param>
    /// <param name="stored">The order as Zoho has it; null where it has none.</param>
    /// <param name="notes">Told which document was used.</param>
    public async Task<ReadOnlyMemory<byte>> MapAsync(PurchaseOrder order, string vendor, JsonElement? stored, StepNotes notes)
    {
        var standing = order.Standing;
        var lines = stored is { } there ? await pairs.LinesAsync(order, there) : new Dictionary<string, string>();
        return mapper.Map("purchase-to-zoho-purchaseorder", CanonicalJson.Write(order with { Lines = standing }), notes, new MappingContext
        {
            Variables = new Dictionary<string, string> { ["number"] = NumberOf(order.Key), ["vendorId"] = vendor },
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["items"] = await items.IdsAsync(standing.Select(line => line.Sku)),
                ["places"] = await places.ByWarehouseAsync(),
                ["lines"] = lines,
            },
        });
    }

    /// <summary>The names of what the body would change; empty when Zoho shows it already.</summary>
    public static IReadOnlyList<string> Changes(ReadOnlyMemory<byte> body, JsonElement stored)
    {
        using var wanted = JsonDocument.Parse(body);
        var lines = wanted.RootElement.NeedList("line_items", ZohoInventoryOptions.Id).ToList();
        var there = stored.NeedList("line_items", ZohoInventoryOptions.Id).ToList();
        var changes = WantedChanges.Of(wanted.RootElement, stored).Concat(WantedChanges.OfLines(lines, there, LineId, "line_items")).ToList();
        if (lines.Count < there.Count && !changes.Contains("line_items")) changes.Add("line_items");
        return changes;
    }
}
