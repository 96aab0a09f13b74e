namespace Isthmus.Core.Deals;

/// <summary>An order in the books that a deal became.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Winning">Which winning of it: 1 for the first.</param>
/// <param name="Number">The order's number.</param>
/// <param name="Key">The key under which the books read it again.</param>
/// <param name="Customer">The customer's code.</param>
/// <param name="Mark">What the deal held then, so that a later change shows.</param>
/// <param name="Total">The order's total as the books computed it, in main units; null where they did not say.</param>
/// <param name="EnteredAt">When it was entered.</param>
public sealed record DealOrder(
    string DealId, int Winning, string Number, string Key, string Customer, string Mark, decimal? Total,
    DateTimeOffset EnteredAt);

/// <summary>An order whose invoices are still looked for.</summary>
/// <param name="Order">The order.</param>
/// <param name="Shown">A mark of what the deal shows of its invoices; null while there are none.</param>
public sealed record FollowedOrder(DealOrder Order, string? Shown);
