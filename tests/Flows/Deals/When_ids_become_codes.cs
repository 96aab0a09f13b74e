using Isthmus.Functions.Deals.Ordering;
using Isthmus.Functions.Deals.Reading;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_ids_become_codes
{
    [Theory]
    [InlineData("5900000000481002")]
    [InlineData("9999999999999999999")]
    [InlineData("1")]
    public void They_fit_where_Sage_keeps_them(string id)
    {
        Assert.InRange(BooksCustomers.CodeOf(id).Length, 2, 12);
        Assert.InRange(("TENCH-" + ShortId.Of(id) + "-99").Length, 1, 22);
        Assert.Equal(id, ShortId.Read(ShortId.Of(id).ToLowerInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ORD 0001")]
    [InlineData("ABCDEFGHIJKLMN")]
    public void What_no_id_became_is_none(string text) => Assert.Null(ShortId.Read(text));

    [Fact]
    public void Neighbours_stay_apart() => Assert.Equal(
        1000, Enumerable.Range(0, 1000).Select(at => BooksCustomers.CodeOf($"{5900000000481002 + at}")).Distinct().Count());

    [Theory]
    [InlineData(3, 10, 1, 9.666667, 0)]
    [InlineData(12, 4.25, 0, 4.25, 0)]
    [InlineData(4, 5, 2, 4.5, 0)]
    [InlineData(100000, 1, 0.01, 1, 0.01)]
    public void A_discount_goes_into_a_price_that_comes_to_the_same(
        decimal quantity, decimal price, decimal discount, decimal expected, decimal left)
    {
        var line = new DealLine("1", "A", null, quantity, price, discount)
            .Net(amount => (long)Math.Round(amount * 100, MidpointRounding.AwayFromZero));

        Assert.Equal((expected, left), (line.Price, line.Discount));
    }
}
