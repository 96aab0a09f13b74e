namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>
/// One line to be sold, before an order-level discount is spread. Amounts in minor units; the unit amount may have fractions.
/// </summary>
internal sealed record LineDraft(string Description, long Quantity, decimal UnitAmount, long Discount, long? Tax, decimal TaxRate)
{
    public long Subtotal => (long)Math.Round(UnitAmount * Quantity, MidpointRounding.AwayFromZero);
}

/// <summary>A line's amounts as a session shows them.</summary>
internal sealed record LineTotals(long Subtotal, long Discount, long Tax)
{
    public long Total => Subtotal - Discount + Tax;
}

/// <summary>Adds lines up, and spreads an order-level discount so that the lines' discounts add up to it exactly.</summary>
internal static class Totals
{
    public static IReadOnlyList<LineTotals> Of(IReadOnlyList<LineDraft> lines, long orderDiscount)
    {
        var parts = Spread(lines.Select(line => line.Subtotal - line.Discount).ToList(), orderDiscount);
        return lines.Select((line, i) => One(line, line.Discount + parts[i])).ToList();
    }

    private static LineTotals One(LineDraft line, long discount)
    {
        var taxed = line.Subtotal - discount;
        var tax = line.Tax ?? (long)Math.Round(taxed * line.TaxRate / 100m, MidpointRounding.AwayFromZero);
        return new LineTotals(line.Subtotal, discount, tax);
    }

    /// <summary>Shares in proportion to the weights; what rounding leaves goes to the largest remainders.</summary>
    private static long[] Spread(List<long> weights, long amount)
    {
        var sum = weights.Sum();
        var shares = new long[weights.Count];
        if (amount == 0 || sum == 0) return shares;
        for (var i = 0; i < shares.Length; i++) shares[i] = (long)((Int128)weights[i] * amount / sum);
        var left = amount - shares.Sum();
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => (Int128)weights[i] * amount % sum).ThenBy(i => i);
        foreach (var i in order.Take((int)left)) shares[i]++;
        return shares;
    }
}
