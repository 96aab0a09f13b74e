using Isthmus.Core.Canonical;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// Finds what a person should look at before money is booked: a pure function of the order and the company's rules.
/// </summary>
public static class Anomalies
{
    /// <summary>The first thing that is odd about the order, or null.</summary>
    public static string? Find(SalesOrder order, Payment payment, OrderToCashOptions rules)
    {
        if (rules.HoldAbove > 0 && order.Total > rules.HoldAbove)
        {
            return $"The order of {order.Total} {order.Currency} (minor units) is above the limit of {rules.HoldAbove} {order.Currency} "
                + "(minor units).";
        }
        if (rules.HoldAboveLines > 0 && order.Lines.Count > rules.HoldAboveLines)
        {
            return $"The order has {order.Lines.Count} lines, more than {rules.HoldAboveLines}.";
        }
        var billed = order.Customer.Billing?.Country;
        var shipped = (order.ShipTo ?? order.Customer.Shipping)?.Country;
        if (rules.HoldOnCountryMismatch && billed is not null && shipped is not null && billed != shipped)
        {
            return $"The card's country is {billed} but the goods go to {shipped}.";
        }
        return rules.PartialCapture == "hold" && payment.Amount < order.Total
            ? $"Only {payment.Amount} {order.Currency} (minor units) of {order.Total} {order.Currency} (minor units) was captured."
            : null;
    }
}
