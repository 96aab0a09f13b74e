using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>
/// The products that are linked with the deal: one of each at its own price, for the CRM keeps no quantity with the link.
/// </summary>
internal sealed class RelatedProducts(ZohoCrmClient crm, HomeCurrency home) : IDealLines
{
    /// <inheritdoc/>
    public string Name => "products";

    /// <inheritdoc/>
    public async Task<DealGoods> ReadAsync(JsonElement deal, CancellationToken cancellation)
    {
        var lines = new List<DealLine>();
        string[] fields = ["Product_Code", "Product_Name", "Unit_Price"];
        var id = deal.NeedText("id", ZohoCrmOptions.Id);
        await foreach (var product in crm.ListRelatedAsync("Deals", id, "Products", fields, cancellation))
        {
            lines.Add(new DealLine(
                product.NeedText("id", ZohoCrmOptions.Id), product.FindText("Product_Code"), product.FindText("Product_Name"), 1,
                product.Amount("Unit_Price"), 0));
        }
        if (lines.Count == 0) throw DealRefusals.NoLines("its list of products");
        return new DealGoods(lines, 0, 0, null) { Currency = await home.ReadAsync(cancellation) };
    }
}
