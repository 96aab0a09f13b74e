using Isthmus.Functions.OrderToCash;

namespace Isthmus.Functions.Purchasing;

/// <summary>Which of Zoho's items an item code of Sage means.</summary>
public sealed class ZohoItems(ItemCatalogue catalogue, TimeProvider time)
{
    /// <summary>Zoho's SKUs by item code; codes that mean none are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SkusAsync(IEnumerable<string> codes)
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).ToList();
        var asked = time.GetUtcNow();
        if (!catalogue.Loaded || wanted.Any(code => catalogue.Index.Find(code).Code is null))
            await catalogue.RefreshAsync(asked, CancellationToken.None);
        return wanted.Select(code => (Code: code, Sku: catalogue.Index.Find(code).Code)).Where(match => match.Sku is not null)
            .ToDictionary(match => match.Code, match => match.Sku!, StringComparer.Ordinal);
    }

    /// <summary>Zoho's item ids by item code.</summary>
    /// <exception cref="Core.Failures.FailureException">Codes mean no item; the failure names each.</exception>
    public async Task<IReadOnlyDictionary<string, string>> IdsAsync(IEnumerable<string> codes)
    {
        var wanted = codes.ToList();
        var skus = await SkusAsync(wanted);
        if (wanted.Where(code => !skus.ContainsKey(code)).ToList() is { Count: > 0 } missing) throw PurchaseRefusals.NoItem(missing);
        return skus.ToDictionary(match => match.Key, match => catalogue.Ids[match.Value], StringComparer.Ordinal);
    }
}
