using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Skus;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.SalesOrders;

/// <summary>An order as it is entered in Sage.</summary>
/// <param name="Order">The order, with other lines where Sage has no item.</param>
/// <param name="CustomerNo">The customer it is entered for.</param>
/// <param name="Review">What a person has to look at; null for an order that is complete.</param>
public sealed record OrderEntry(SalesOrder Order, string CustomerNo, string? Review);

/// <summary>Makes of an order that misses an item or a customer one that Sage takes, to the cent, on hold for review.</summary>
public sealed class PendingOrders(IOptions<SalesOrderOptions> rules)
{
    /// <summary>The status of an order on hold. Source: Sage 100 file layouts, SO_SalesOrderHeader.</summary>
    public const string Hold = "H";

    /// <summary>What the order's comment says while it is pending.</summary>
    public const string Comment = "PENDING REVIEW";

    /// <summary>The customer that stands in for one that Sage refused, where the company wants it.</summary>
    public string? StandIn(Failure refusal) =>
        rules.Value.PendingWhenMissing && refusal.Class == FailureClass.ReferenceMissing ? rules.Value.PendingCustomerNo : null;

    /// <summary>The order as it can be entered.</summary>
    /// <exception cref="FailureException">Items are missing and the company does not want pending orders.</exception>
    public OrderEntry Enter(SalesOrder order, string customerNo, IReadOnlyDictionary<string, SkuMatch> missing)
    {
        if (missing.Count > 0 && !rules.Value.PendingWhenMissing) throw SageItems.Missing(missing);
        var lines = order.Lines.Where(line => Misses(line, missing)).ToList();
        var review = new List<string>();
        if (lines.Count > 0) review.Add($"no item for {string.Join(", ", lines.Select(line => $"{line.Sku} x {line.Quantity:0.######}"))}");
        if (customerNo == rules.Value.PendingCustomerNo) review.Add($"no customer of its own, entered for {customerNo}");
        return new OrderEntry(
            order with { Lines = [.. order.Lines.Select(line => Misses(line, missing) ? Placeholder(line) : line)] },
            customerNo, review.Count == 0 ? null : string.Join("; ", review));
    }

    /// <summary>The failure that a pending order leaves for its reviewer.</summary>
    public static Failure ForReview(EnteredOrder entered) => new(
        FailureClass.ReferenceMissing, "sage-100", "enter the order", "entered-as-pending",
        $"Sales order {entered.Number} is on hold in Sage: {entered.Review}.",
        "In Sage, put the right item and customer in place and take the order off hold; then close this entry.");

    private static bool Misses(SalesOrderLine line, IReadOnlyDictionary<string, SkuMatch> missing) =>
        line is { Kind: ItemKind.Goods, Sku: not null } && missing.ContainsKey(line.Sku);

    private static SalesOrderLine Placeholder(SalesOrderLine line) => line with
    {
        Kind = ItemKind.Service,
        Description = $"{line.Quantity:0.######} x {line.Sku}",
        Custom = new Dictionary<string, string>(line.Custom) { ["pending"] = "yes" },
    };
}
