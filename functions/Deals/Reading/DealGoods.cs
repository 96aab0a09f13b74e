namespace Isthmus.Functions.Deals.Reading;

/// <summary>What was sold with a deal, in main units.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Discount">A discount of the whole.</param>
/// <param name="Adjustment">What is added to the whole, or taken away where it is negative.</param>
/// <param name="WithTax">What it comes to with tax, where the CRM says; null otherwise.</param>
public sealed record DealGoods(IReadOnlyList<DealLine> Lines, decimal Discount, decimal Adjustment, decimal? WithTax)
{
    /// <summary>The currency of the prices, where they stand in a record of its own; null where they stand in the deal.</summary>
    public string? Currency { get; init; }
}

/// <summary>One line.</summary>
/// <param name="Id">The row's id, or the product's where there is no row.</param>
/// <param name="Sku">The product's code; null where it has none.</param>
/// <param name="Text">For people.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">The price of one before discount.</param>
/// <param name="Discount">The line's discount, an amount.</param>
public sealed record DealLine(string Id, string? Sku, string? Text, decimal Quantity, decimal Price, decimal Discount)
{
    private const int PriceDecimals = 6;

    /// <summary>
    /// The line with its discount in the price, where a price of six decimals comes to the same amount; else as it is. The
    /// books keep six decimals of a price, and a discount apart only as a charge.
    /// </summary>
    /// <param name="minor">An amount in minor units.</param>
    public DealLine Net(Func<decimal, long> minor)
    {
        if (Discount == 0) return this;
        var net = minor(Quantity * Price) - minor(Discount);
        var price = Math.Round(((Quantity * Price) - Discount) / Quantity, PriceDecimals, MidpointRounding.AwayFromZero);
        return price >= 0 && minor(Quantity * price) == net ? this with { Price = price, Discount = 0 } : this;
    }
}
