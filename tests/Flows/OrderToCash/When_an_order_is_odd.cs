using Isthmus.Core.Canonical;
using Isthmus.Functions.OrderToCash;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_an_order_is_odd
{
    private static readonly SalesOrder Order = new()
    {
        Currency = "EUR",
        Total = 10_000,
        Customer = new Customer { Billing = new Address { Country = "PT" }, Shipping = new Address { Country = "FR" } },
        Lines = [new SalesOrderLine(), new SalesOrderLine()],
    };

    private static readonly Payment Paid = new() { Amount = 10_000 };

    [Fact]
    public void Nothing_is_odd_without_rules() => Assert.Null(Anomalies.Find(Order, Paid, new OrderToCashOptions()));

    [Fact]
    public void An_order_above_the_limit_is_odd() =>
        Assert.Contains("above the limit", Anomalies.Find(Order, Paid, new OrderToCashOptions { HoldAbove = 9_999 }));

    [Fact]
    public void An_order_at_the_limit_is_not() => Assert.Null(Anomalies.Find(Order, Paid, new OrderToCashOptions { HoldAbove = 10_000 }));

    [Fact]
    public void Goods_that_go_to_another_country_are_odd() =>
        Assert.Contains("FR", Anomalies.Find(Order, Paid, new OrderToCashOptions { HoldOnCountryMismatch = true }));

    [Fact]
    public void Many_lines_are_odd() => Assert.Contains("2 lines", Anomalies.Find(Order, Paid, new OrderToCashOptions { HoldAboveLines = 1 }));

    [Fact]
    public void A_partial_capture_is_odd_where_the_company_says_so() => Assert.Contains(
        "Only 1", Anomalies.Find(Order, Paid with { Amount = 1 }, new OrderToCashOptions { PartialCapture = "hold" }));
}
