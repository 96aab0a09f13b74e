using System.Collections.Concurrent;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Mapping;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>
/// Which item of Sage 300 each product of a deal is: by its code, or by the table <c>item-aliases</c>. What was found is remembered for
/// a while.
/// </summary>
public sealed class BooksItems(Sage300Client sage, MappingCatalog catalog, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);

    /// <summary>The items' numbers by the products' codes.</summary>
    /// <exception cref="Core.Failures.FailureException">Sage lacks some; the failure names them all.</exception>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IEnumerable<string> codes, CancellationToken cancellation)
    {
        var aliases = catalog.References.Get("item-aliases");
        var items = codes.Distinct(StringComparer.Ordinal)
            .ToDictionary(code => code, code => (aliases.Find(code.Trim(), "sku") ?? code.Trim()).ToUpperInvariant(), StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var (code, item) in items)
            if (!await ExistsAsync(item, cancellation)) missing.Add(code);
        return missing.Count == 0 ? items : throw DealRefusals.ItemsMissing(missing);
    }

    private async Task<bool> ExistsAsync(string item, CancellationToken cancellation)
    {
        if (known.TryGetValue(item, out var at) && time.GetUtcNow() - at < Life) return true;
        if (await sage.GetAsync("IC", "ICItems", Sage300Key.Of(item), cancellation) is null) return false;
        known[item] = time.GetUtcNow();
        return true;
    }
}
