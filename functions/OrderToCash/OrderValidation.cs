using Isthmus.Core.Canonical;

namespace Isthmus.Functions.OrderToCash;

/// <summary>One thing that is wrong with an order.</summary>
/// <param name="Path">The field.</param>
/// <param name="Message">What is wrong, with the amounts, and how to cure it.</param>
public sealed record OrderProblem(string Path, string Message);

/// <summary>
/// Checks that an order is whole and that its amounts add up to the minor unit; collects everything that is wrong.
/// </summary>
public static class OrderValidation
{
    /// <summary>What is wrong with the order and its payment; empty when nothing is.</summary>
    public static IReadOnlyList<OrderProblem> Check(SalesOrder order, Payment payment)
    {
        var problems = new List<OrderProblem>();
        if (order.Currency != payment.Currency)
        {
            problems.Add(new("currency", $"The order is in {order.Currency} but the payment in {payment.Currency}."));
        }
        if (string.IsNullOrWhiteSpace(order.Customer.Email) && string.IsNullOrWhiteSpace(order.Customer.ExternalId))
        {
            problems.Add(new("customer", "The order names no customer: no e-mail address and no customer id. Add one in Stripe and resubmit."));
        }
        if (order.Customer.Email is { } email && !EmailAddress.Plausible(email))
        {
            problems.Add(new("customer.email", "The e-mail address is not one. Correct it in Stripe and resubmit."));
        }
        if (order.Lines.Count == 0) problems.Add(new("lines", "The order has no lines."));
        for (var i = 0; i < order.Lines.Count; i++) Check(order.Lines[i], $"lines[{i}]", order.TaxInclusive, problems);
        CheckTotals(order, payment, problems);
        return problems;
    }

    private static void Check(SalesOrderLine line, string path, bool inclusive, List<OrderProblem> problems)
    {
        if (line.Quantity <= 0) problems.Add(new(path + ".quantity", $"The quantity is {line.Quantity}; it must be above zero."));
        if (line.Subtotal < 0) problems.Add(new(path + ".subtotal", $"The amount is {line.Subtotal}; it must not be negative."));
        var expected = line.Subtotal - line.Discount + (inclusive ? 0 : line.Tax);
        if (line.Total != expected)
        {
            problems.Add(new(path + ".total", $"The line says {line.Total} but its parts make {expected} (minor units)."));
        }
        if (string.IsNullOrWhiteSpace(line.Sku) && line.Kind == ItemKind.Goods)
        {
            problems.Add(new(path + ".sku", "The line has no SKU. Put metadata.sku on its price or product in Stripe."));
        }
    }

    private static void CheckTotals(SalesOrder order, Payment payment, List<OrderProblem> problems)
    {
        var sum = order.Lines.Sum(line => line.Total) + order.Shipping + order.ShippingTax - order.Discount;
        if (sum != order.Total)
        {
            problems.Add(new("total", $"The order says {order.Total} but its lines, shipping and discount make {sum} (minor units)."));
        }
        if (payment.Amount <= 0) problems.Add(new("payment.amount", "Nothing was captured."));
        if (payment.Amount > order.Total)
        {
            problems.Add(new("payment.amount", $"{payment.Amount} was captured for an order of {order.Total} (minor units)."));
        }
    }
}
