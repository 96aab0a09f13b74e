using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>The rows of a subform that the company gave its deals.</summary>
internal sealed class SubformLines(DealProducts products, DealRules rules) : IDealLines
{
    /// <inheritdoc/>
    public string Name => "subform";

    /// <inheritdoc/>
    public async Task<DealGoods> ReadAsync(JsonElement deal, CancellationToken cancellation)
    {
        var names = rules.Options.Subform;
        var rows = deal.TryGetProperty(names.Name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().ToList() : [];
        if (rows.Count == 0) throw DealRefusals.NoLines($"the subform {names.Name}");
        var known = await products.FindAsync(rows.Select(row => row.Lookup(names.Product)), cancellation);
        return new DealGoods([.. rows.Select(row => Line(row, names, known))], 0, 0, null);
    }

    private static DealLine Line(JsonElement row, DealSubform names, IReadOnlyDictionary<string, DealProduct> known)
    {
        var product = row.Lookup(names.Product) is { } id ? known.GetValueOrDefault(id) : null;
        return new DealLine(
            row.NeedText("id", ZohoCrmOptions.Id), product?.Code, product?.Name, row.Quantity(names.Quantity),
            row.Amount(names.Price), row.Amount(names.Discount));
    }
}
