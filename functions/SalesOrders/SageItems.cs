using Isthmus.Connectors.Sage100;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Skus;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.SalesOrders;

/// <summary>Sage's item codes in memory, and which of them each line of an order means.</summary>
public sealed class SageItems(SageAgentClient sage, MappingCatalog catalog, TimeProvider time)
{
    private readonly SemaphoreSlim gate = new(1);
    private volatile SkuIndex? index;
    private DateTimeOffset readAt;

    /// <summary>What each SKU of an order is in Sage; those without a code are missing there, or could be several.</summary>
    public Task<IReadOnlyDictionary<string, SkuMatch>> FindAsync(SalesOrder order, CancellationToken cancellation) => FindAsync(
        order.Lines.Where(line => line.Kind == ItemKind.Goods && line.Sku is not null).Select(line => line.Sku!), cancellation);

    /// <summary>What each SKU is in Sage; those without a code are missing there, or could be several.</summary>
    public async Task<IReadOnlyDictionary<string, SkuMatch>> FindAsync(IEnumerable<string> skus, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        var wanted = skus.Distinct().ToList();
        var known = index ?? await RefreshAsync(asked, cancellation);
        var matches = Matches(wanted, known);
        return matches.Values.All(m => m.Code is not null) ? matches : Matches(wanted, await RefreshAsync(asked, cancellation));
    }

    /// <summary>Has the codes read afresh before they are used again, because Sage refused one of them.</summary>
    public void Forget() => index = null;

    private static Dictionary<string, SkuMatch> Matches(List<string> wanted, SkuIndex known) =>
        wanted.ToDictionary(sku => sku, known.Find, StringComparer.Ordinal);

    private async Task<SkuIndex> RefreshAsync(DateTimeOffset unlessReadSince, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (index is { } fresh && readAt >= unlessReadSince) return fresh;
            var now = time.GetUtcNow();
            var codes = new List<string>();
            await foreach (var row in sage.QueryAsync("CI_Item", ["ItemCode"], null, null, cancellation))
            {
                codes.Add(row.NeedText("ItemCode", SageOptions.Id));
            }
            readAt = now;
            return index = new SkuIndex(codes, catalog.References.Get("item-aliases"));
        }
        finally { gate.Release(); }
    }

    /// <summary>Names each SKU that has no item and its candidates.</summary>
    public static FailureException Missing(IReadOnlyDictionary<string, SkuMatch> missing)
    {
        var names = missing.Select(m =>
            m.Value.Candidates.Count == 0 ? $"'{m.Key}'" : $"'{m.Key}' (could be {string.Join(", ", m.Value.Candidates)})");
        return new FailureException(new Failure(
            FailureClass.ReferenceMissing, "sage-100", "resolve the items", "item-missing",
            $"Sage has no item for SKU {string.Join(", ", names.Take(20))}{(missing.Count > 20 ? $" and {missing.Count - 20} more" : "")}.",
            "Create the item in Sage with that code, or name its code in mappings/references/item-aliases.yaml; then resubmit.")
        {
            Field = "lines.sku",
        });
    }
}
