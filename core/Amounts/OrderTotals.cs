using Isthmus.Core.Canonical;

namespace Isthmus.Core.Amounts;

/// <summary>One amount of an order that does not add up.</summary>
/// <param name="Path">Where: <c>lines[2].total</c>.</param>
/// <param name="Expected">What the other amounts make, in minor units.</param>
/// <param name="Actual">What stands there.</param>
/// <param name="Message">In words.</param>
public sealed record TotalsProblem(string Path, decimal Expected, decimal Actual, string Message);

/// <summary>Checks that an order's amounts add up to the minor unit. Pure.</summary>
public static class OrderTotals
{
    /// <summary>What lines, shipping and discount make together, in minor units.</summary>
    public static long Sum(SalesOrder order) =>
        order.Lines.Sum(line => line.Total) + order.Shipping + order.ShippingTax - order.Discount;

    /// <summary>Everything that does not add up; empty when all does.</summary>
    public static IReadOnlyList<TotalsProblem> Check(SalesOrder order)
    {
        var problems = new List<TotalsProblem>();
        for (var i = 0; i < order.Lines.Count; i++)
            CheckLine(order, order.Lines[i], $"lines[{i}]", problems);
        if (Sum(order) != order.Total)
            problems.Add(new("total", Sum(order), order.Total, "Lines, shipping, tax and discount do not make the total."));
        return problems;
    }

    private static void CheckLine(SalesOrder order, SalesOrderLine line, string path, List<TotalsProblem> problems)
    {
        var gross = line.Quantity * line.UnitAmount;
        if (Math.Abs(gross - line.Subtotal) >= 1)
            problems.Add(new($"{path}.subtotal", gross, line.Subtotal, "Quantity times price is not the subtotal."));
        var net = line.Subtotal - line.Discount;
        var added = line.Total - net;
        if (added != line.Tax && !(added == 0 && (order.TaxInclusive || line.Tax > 0)))
            problems.Add(new($"{path}.total", net + line.Tax, line.Total,
                "Subtotal, discount and tax do not make the line's total."));
    }
}
