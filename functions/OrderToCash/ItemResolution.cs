using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Skus;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Finds Zoho's item for every line of an order, through the harmonisation of SKUs.</summary>
public sealed class ItemResolution(ItemCatalogue catalogue, MissingItems missingItems, IOptions<OrderToCashOptions> rules, TimeProvider time)
{
    /// <summary>Zoho's item ids by the SKU as the order writes it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="notes">Of the step that asks.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="FailureException">Some SKUs have no item; the failure names each and its candidates.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ResolveAsync(SalesOrder order, StepNotes notes, CancellationToken cancellation)
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
        if (rules.Value.CreateMissingItems) await CreateAsync(order, found.Ids, found.Missing, notes);
        return found.Missing.Count == 0 ? found.Ids : throw Missing(found.Missing);
    }

    /// <summary>An SKU that could be one of several items is a person's to decide.</summary>
    private async Task CreateAsync(SalesOrder order, Dictionary<string, string> ids, Dictionary<string, SkuMatch> missing, StepNotes notes)
    {
        foreach (var sku in missing.Where(each => each.Value.Candidates.Count == 0).Select(each => each.Key).ToList())
        {
            ids[sku] = await missingItems.CreateAsync(order, order.Lines.First(line => line.Sku == sku), notes);
            missing.Remove(sku);
        }
    }

    private (Dictionary<string, string> Ids, Dictionary<string, SkuMatch> Missing) Match(List<string> wanted)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new Dictionary<string, SkuMatch>(StringComparer.Ordinal);
        foreach (var sku in wanted)
        {
            var match = catalogue.Index.Find(sku);
            if (match.Code is { } code) ids[sku] = catalogue.Ids[code];
            else missing[sku] = match;
        }
        return (ids, missing);
    }

    private static FailureException Missing(Dictionary<string, SkuMatch> missing)
    {
        var names = missing.Select(m =>
            m.Value.Candidates.Count == 0 ? $"'{m.Key}'" : $"'{m.Key}' (could be {string.Join(", ", m.Value.Candidates)})");
        return new FailureException(new Failure(
            FailureClass.ReferenceMissing, "zoho-inventory", "resolve the items", "item-missing",
            $"Zoho has no item for SKU {string.Join(", ", names.Take(20))}{(missing.Count > 20 ? $" and {missing.Count - 20} more" : "")}.",
            "Create the item in Zoho with that SKU, or name its SKU in mappings/references/item-aliases.yaml; then resubmit.")
        {
            Field = "lines.sku",
        });
    }
}
