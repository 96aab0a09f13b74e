using Isthmus.Core.Canonical;
using Isthmus.Functions.OrderToCash;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_an_order_is_checked
{
    private static readonly SalesOrder Sound = new()
    {
        Key = "pi_1",
        Currency = "EUR",
        Customer = new Customer { Name = "Ana", Email = "ana@example.net" },
        Lines = [new SalesOrderLine { Sku = "A", Quantity = 3, UnitAmount = 3000, Subtotal = 9000, Discount = 900, Tax = 1863, Total = 9963 }],
        Shipping = 500,
        Total = 10463,
    };

    private static readonly Payment Paid = new() { Key = "pi_1", Currency = "EUR", Amount = 10463 };

    [Fact]
    public void A_sound_order_has_no_problem() => Assert.Empty(OrderValidation.Check(Sound, Paid));

    [Fact]
    public void A_partial_capture_is_no_problem() => Assert.Empty(OrderValidation.Check(Sound, Paid with { Amount = 5000 }));

    [Fact]
    public void One_minor_unit_too_many_is_found() =>
        Assert.Equal(["total"], Paths(Sound with { Total = 10464 }, Paid with { Amount = 10464 }));

    [Fact]
    public void More_captured_than_ordered_is_found() => Assert.Equal(["payment.amount"], Paths(Sound, Paid with { Amount = 10464 }));

    [Fact]
    public void Another_currency_is_found() => Assert.Equal(["currency"], Paths(Sound, Paid with { Currency = "USD" }));

    [Fact]
    public void A_negative_quantity_is_found() =>
        Assert.Equal(["lines[0].quantity"], Paths(Sound with { Lines = [Sound.Lines[0] with { Quantity = -3 }] }, Paid));

    [Theory]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("a b@example.net")]
    [InlineData("<script>@example.net")]
    public void An_address_that_is_none_is_found(string email) =>
        Assert.Equal(["customer.email"], Paths(Sound with { Customer = Sound.Customer with { Email = email } }, Paid));

    [Fact]
    public void Everything_that_is_wrong_is_found_at_once()
    {
        var order = Sound with
        {
            Customer = new Customer(),
            Lines = [Sound.Lines[0] with { Quantity = 0, Sku = null }],
            Total = 1,
        };

        Assert.Equal(["customer", "lines[0].quantity", "lines[0].sku", "total", "payment.amount"], Paths(order, Paid));
    }

    private static IEnumerable<string> Paths(SalesOrder order, Payment payment) => OrderValidation.Check(order, payment).Select(p => p.Path);
}
