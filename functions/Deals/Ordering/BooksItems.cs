using System.Collections.Concurrent;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Mapping;
using Isthmus.Core.Skus;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>
/// Which item of Sage 300 each product of a deal is: by its code, or by the table <c>item-aliases</c>. Sage knows items by
/// their numbers without separators. What was found is remembered for a while.
/// </summary>
public sealed class BooksItems(Sage300Client sage, MappingCatalog catalog, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, (string Number, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>The items' numbers by the products' codes.</summary>
    /// <exception cref="Core.Failures.FailureException">Sage lacks some; the failure names them all.</exception>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IEnumerable<string> codes, CancellationToken cancellation)
    {
        var aliases = catalog.References.Get("item-aliases");
        var (items, missing) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var code in codes.Distinct(StringComparer.Ordinal))
        {
            if (await NumberAsync(aliases.Find(code.Trim(), "sku") ?? code, cancellation) is { } number) items[code] = number;
            else missing.Add(code);
        }
        return missing.Count == 0 ? items : throw DealRefusals.ItemsMissing(missing);
    }

    private async Task<string?> NumberAsync(string item, CancellationToken cancellation)
    {
        var plain = SkuIndex.Normalise(item);
        if (plain.Length == 0) return null;
        if (known.TryGetValue(plain, out var fresh) && time.GetUtcNow() - fresh.At < Life) return fresh.Number;
        if (await sage.GetAsync("IC", "ICItems", Sage300Key.Of(plain), cancellation) is not { } record) return null;
        var number = record.FindText("ItemNumber")?.Trim() is { Length: > 0 } shown ? shown : plain;
        known[plain] = (number, time.GetUtcNow());
        return number;
    }
}
