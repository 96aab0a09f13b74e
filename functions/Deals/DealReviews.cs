using Isthmus.Connectors.Sage300;
using Isthmus.Core.Deals;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.Deals;

/// <summary>
/// What a person is to look at, because an order cannot be changed through Sage 300's Web API once it is entered.
/// </summary>
internal static class DealReviews
{
    public static Failure NotWonAnyMore(DealOrder order, DealOutcome now) => Review("deal-not-won",
        $"The deal is {now.ToString().ToLowerInvariant()}, and its order {order.Number} stands in Sage 300.",
        "Cancel the order in Order Entry unless it is wanted after all; then close this entry.");

    public static Failure Changed(DealOrder order) => Review("deal-changed",
        $"The deal holds something else than when its order {order.Number} was entered.",
        "Bring the order in line in Order Entry, or the deal in the CRM; then close this entry.");

    public static Failure OtherAmount(DealOrder order, decimal expected, decimal found) => Review("amount-differs",
        $"The lines of order {order.Number} come to {found} in Sage 300; the deal's come to {expected}.",
        "Correct the order's prices in Order Entry; then close this entry.");

    public static Failure OtherCustomer(DealOrder order, string wanted) => Review("customer-differs",
        $"Order {order.Number} stands in Sage 300 for customer {order.Customer}; the deal is {wanted}'s.",
        "Correct the order's customer in Order Entry, or the mapping table; then close this entry.");

    private static Failure Review(string code, string message, string cure) =>
        new(FailureClass.Conflict, Sage300Options.Id, "compare the deal with its order", code, message, cure);
}
