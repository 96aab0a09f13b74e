using System.Globalization;
using Isthmus.Core.Canonical;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Brings an order in line with what was really captured for it.</summary>
public static class PaidAmount
{
    /// <summary>
    /// Metadata on each of several intents that together pay for one order: the order's whole amount in minor units. The order's
    /// id, the same on all, is in the metadata <c>order_id</c>, which becomes the order's number.
    /// </summary>
    public const string OrderTotal = "order_total";

    /// <summary>
    /// One of several payments: the order is the whole one, under a key that all its payments share. A partial capture: the order
    /// is reduced by what was not captured, so that the books show what was really sold. Otherwise the order as it is.
    /// </summary>
    public static SalesOrder Settle(SalesOrder order, Payment payment)
    {
        if (IsInstalment(order, out var total)) return Whole(order, order.Number!, total);
        var missing = order.Total - payment.Amount;
        return missing <= 0 ? order : order with { Discount = order.Discount + missing, Total = payment.Amount };
    }

    /// <summary>True when the order names an id and an amount that is more than its own lines make.</summary>
    private static bool IsInstalment(SalesOrder order, out long total)
    {
        total = 0;
        return order.Number is { } number && number != order.Key && order.Lines.Count == 1
            && order.Custom.TryGetValue(OrderTotal, out var text)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out total) && total > order.Total;
    }

    private static SalesOrder Whole(SalesOrder order, string id, long total) => order with
    {
        Key = "order-" + id,
        Number = id,
        Total = total,
        Lines = [order.Lines[0] with { Quantity = 1, UnitAmount = total, Subtotal = total, Discount = 0, Tax = 0, Total = total }],
    };
}
