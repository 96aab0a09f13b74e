using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>The amounts in an order's header.</summary>
internal static class OrderTotals
{
    public static decimal Of(Row order) =>
        order.Number("TaxableAmt") + order.Number("NonTaxableAmt") + order.Number("FreightAmt") + order.Number("SalesTaxAmt")
        - (order.Schema.Find("DiscountAmt") is null ? 0 : order.Number("DiscountAmt"));

    /// <summary>
    /// Sums the lines by tax class. Tax and discount follow the schedule and the rate, unless the writer stated them.
    /// </summary>
    public static void Compute(Company company, Row order, bool taxStated, bool discountStated)
    {
        var rate = company[TaxScheduleSchema.Object].Find(order.Text("TaxSchedule"))?.Number("TaxRate") ?? 0;
        decimal taxable = 0, nonTaxable = 0;
        foreach (var line in order.Lines)
        {
            if (rate > 0 && line.Text("TaxClass") != "NT") taxable += line.Number("ExtensionAmt");
            else nonTaxable += line.Number("ExtensionAmt");
        }
        order.Set("TaxableAmt", taxable).Set("NonTaxableAmt", nonTaxable);
        if (!taxStated) order.Set("SalesTaxAmt", Rounded(taxable * rate / 100));
        if (!discountStated && order.Number("DiscountRate") > 0)
            order.Set("DiscountAmt", Rounded((taxable + nonTaxable) * order.Number("DiscountRate") / 100));
    }

    private static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
