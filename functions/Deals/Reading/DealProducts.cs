using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>A product of the CRM.</summary>
internal sealed record DealProduct(string? Code, string? Name);

/// <summary>Reads the products of lines; a line's own lookup shows hardly more than an id.</summary>
internal sealed class DealProducts(ZohoCrmClient crm)
{
    /// <summary>The products by id; what is gone is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, DealProduct>> FindAsync(
        IEnumerable<string?> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<string, DealProduct>(StringComparer.Ordinal);
        foreach (var some in ids.OfType<string>().Distinct(StringComparer.Ordinal).Chunk(Coql.MostValues))
        {
            var query = new CrmQuery("Products", ["id", "Product_Code", "Product_Name"], $"id in {Coql.List(some)}", null);
            await foreach (var row in crm.QueryAsync(query, cancellation))
                found[row.NeedText("id", ZohoCrmOptions.Id)] =
                    new DealProduct(row.FindText("Product_Code"), row.FindText("Product_Name"));
        }
        return found;
    }
}
