using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>What the vendors hold for one payment.</summary>
internal sealed record Books(
    IReadOnlyList<JsonElement> SalesOrders, IReadOnlyList<JsonElement> Invoices, IReadOnlyList<JsonElement> Payments,
    IReadOnlyList<JsonElement> SageOrders)
{
    public static Books Of(Ledger ledger, Payment payment, string charge) => new(
        Having(ledger.SalesOrders, "reference_number", payment.Intent),
        Having(ledger.Invoices, "reference_number", payment.Intent),
        Having(ledger.Payments, "reference_number", charge),
        Having(ledger.SageOrders, "UDF_STRIPE_PI", payment.Intent));

    public bool Single => Counts.All(count => count <= 1);

    public bool Empty => Counts.All(count => count == 0);

    private int[] Counts => [SalesOrders.Count, Invoices.Count, Payments.Count, SageOrders.Count];

    public override string ToString() => $"{Counts[0]} sales orders, {Counts[1]} invoices, {Counts[2]} payments, {Counts[3]} orders in Sage";

    private static List<JsonElement> Having(IReadOnlyList<JsonElement> rows, string name, string value) =>
        [.. rows.Where(row => row.GetProperty(name).GetString() == value)];
}
