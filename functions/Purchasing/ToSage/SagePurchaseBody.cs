using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Purchasing.ToSage;

/// <summary>Makes the body that a purchase order of Zoho has in Sage, and tells what it would change there.</summary>
public sealed class SagePurchaseBody(Mapper mapper, SageItems items, SageOptions options)
{
    /// <summary>The order as it shall stand in Sage.</summary>
    /// <param name="order">The order.</param>
    /// <param name="vendor">Sage's division and vendor number.</param>
    /// <param name="stored">The order as Sage has it; null where it has none.</param>
    /// <param name="notes">Told which document was used.</param>
    public async Task<ReadOnlyMemory<byte>> MapAsync(PurchaseOrder order, string vendor, JsonElement? stored, StepNotes notes)
    {
        var standing = order.Standing;
        var matches = await items.FindAsync(standing.Select(line => line.Sku), CancellationToken.None);
        if (matches.Where(match => match.Value.Code is null).ToDictionary() is { Count: > 0 } missing) throw SageItems.Missing(missing);
        var codes = matches.ToDictionary(match => match.Key, match => match.Value.Code!, StringComparer.Ordinal);
        var parts = vendor.Split('-', 2);
        var whole = order with { Lines = [.. standing, .. stored is { } there ? TakenAway(standing, there) : []] };
        return mapper.Map("purchase-to-sage-purchaseorder", CanonicalJson.Write(whole), notes, new MappingContext
        {
            Variables = new Dictionary<string, string>
            {
                ["division"] = parts[0],
                ["vendorNo"] = parts[^1],
                ["externalId"] = PurchaseTargets.ExternalId(order.Key),
                ["warehouse"] = options.Warehouse,
            },
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["items"] = codes },
        });
    }

    /// <summary>The names of what the body would change; empty when Sage shows it already.</summary>
    public static IReadOnlyList<string> Changes(ReadOnlyMemory<byte> body, JsonElement stored)
    {
        using var wanted = JsonDocument.Parse(body);
        var lines = wanted.RootElement.NeedList("lines", SageOptions.Id);
        return
        [
            .. WantedChanges.Of(wanted.RootElement.GetProperty("values"), stored),
            .. WantedChanges.OfLines(lines, stored.NeedList("Lines", SageOptions.Id), SageLines.External, "Lines"),
        ];
    }

    /// <summary>Sage takes no line away: what Zoho has no more is ordered as far as it came.</summary>
    private static IEnumerable<PurchaseLine> TakenAway(IReadOnlyList<PurchaseLine> standing, JsonElement stored)
    {
        var kept = standing.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        return stored.NeedList("Lines", SageOptions.Id)
            .Where(line => line.FindText(SageLines.External) is { Length: > 0 } id && !kept.Contains(id))
            .Select(line => new PurchaseLine
            {
                Id = line.FindText(SageLines.External)!,
                Sku = line.FindText("ItemCode") ?? "",
                Quantity = line.FindNumber("QuantityReceived") ?? 0,
                UnitCost = line.FindNumber("UnitCost") ?? 0,
            });
    }
}
