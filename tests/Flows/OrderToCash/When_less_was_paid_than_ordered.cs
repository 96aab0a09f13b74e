using Isthmus.Core.Canonical;
using Isthmus.Functions.OrderToCash;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_less_was_paid_than_ordered
{
    private static readonly SalesOrder Order = new()
    {
        Key = "pi_1",
        Currency = "EUR",
        Lines = [new SalesOrderLine { Description = "Deposit", Quantity = 1, UnitAmount = 1000, Subtotal = 1000, Total = 1000 }],
        Total = 1000,
    };

    [Fact]
    public void A_partial_capture_reduces_the_order_to_what_was_captured()
    {
        var settled = PaidAmount.Settle(Order, new Payment { Amount = 400 });

        Assert.Equal((400, 600, "pi_1"), (settled.Total, settled.Discount, settled.Key));
    }

    [Fact]
    public void A_full_capture_leaves_the_order_as_it_is() => Assert.Same(Order, PaidAmount.Settle(Order, new Payment { Amount = 1000 }));

    [Fact]
    public void Several_payments_share_one_order_of_the_whole_amount()
    {
        var custom = new Dictionary<string, string> { ["order_total"] = "2500" };
        var first = PaidAmount.Settle(Order with { Number = "WEB-7", Custom = custom }, new Payment { Key = "pi_1", Amount = 1000 });
        var second = PaidAmount.Settle(Order with { Key = "pi_2", Number = "WEB-7", Custom = custom }, new Payment { Key = "pi_2", Amount = 1000 });

        Assert.Equal(("order-WEB-7", 2500), (first.Key, first.Total));
        Assert.Equal(first.Key, second.Key);
        Assert.Equal(2500, first.Lines.Sum(line => line.Total));
    }
}
