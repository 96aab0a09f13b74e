using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Finds Zoho's item for every line of an order, through the harmonisation of SKUs.</summary>
public sealed class ItemResolution(ItemCatalogue catalogue, TimeProvider time)
{
    /// <summary>Zoho's item ids by the SKU as the order writes it.</summary>
    /// <exception cref="FailureException">Some SKUs have no item; the failure names each and its candidates.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(SalesOrder order, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        if (!catalogue.Loaded) await catalogue.RefreshAsync(asked, cancellation);
        var wanted = order.Lines.Where(line => line.Kind is ItemKind.Goods or ItemKind.Service && line.Sku is not null)
            .Select(line => line.Sku!).Distinct().ToList();
        var found = Match(wanted);
        if (found.Missing.Count > 0)
        {
            await catalogue.RefreshAsync(asked, cancellation);
            found = Match(wanted);
        }
        return found.Missing.Count == 0 ? found.Ids : throw Missing(found.Missing);
    }

    private (Dictionary<string, string> Ids, List<string> Missing) Match(List<string> wanted)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var sku in wanted)
        {
            var match = catalogue.Index.Find(sku);
            if (match.Code is { } code) ids[sku] = catalogue.Ids[code];
            else missing.Add(match.Candidates.Count == 0 ? $"'{sku}'" : $"'{sku}' (could be {string.Join(", ", match.Candidates)})");
        }
        return (ids, missing);
    }

    private static FailureException Missing(List<string> missing) => new(new Failure(
        FailureClass.ReferenceMissing, "zoho-inventory", "resolve the items", "item-missing",
        $"Zoho has no item for SKU {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? $" and {missing.Count - 20} more" : "")}.",
        "Create the item in Zoho with that SKU, or name its SKU in mappings/references/item-aliases.yaml; then resubmit.")
    {
        Field = "lines.sku",
    });
}
