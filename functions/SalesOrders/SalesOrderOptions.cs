namespace Isthmus.Functions.SalesOrders;

/// <summary>What a company decides about its orders in Sage; configuration section <c>Isthmus:SalesOrders</c>.</summary>
public sealed record SalesOrderOptions
{
    /// <summary>
    /// Enter an order that misses an item in Sage as a pending one: on hold, with a miscellaneous line of the same amount in the
    /// item's place, for a person to review. Default false: the order is dead-lettered.
    /// </summary>
    public bool PendingWhenMissing { get; init; }

    /// <summary>
    /// Sage's number of the customer that stands in a pending order for one that Sage refuses, in the connection's division.
    /// Default none: such an order is dead-lettered.
    /// </summary>
    public string? PendingCustomerNo { get; init; }
}
