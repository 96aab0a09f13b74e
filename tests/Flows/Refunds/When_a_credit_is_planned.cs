using FsCheck;
using FsCheck.Fluent;
using Isthmus.Functions.Refunds;

namespace Isthmus.Flows.Tests.Refunds;

public sealed class When_a_credit_is_planned
{
    private static readonly IReadOnlyDictionary<string, decimal> Nobody = new Dictionary<string, decimal>();

    [Fact]
    public void Its_lines_make_the_amount_whatever_was_billed() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Invoices().ToArbitrary(), sold =>
        {
            var plain = CreditPlanning.Plan(sold.Lines, sold.Total, sold.Amount, Nobody);
            var named = CreditPlanning.Plan(sold.Lines, sold.Total, sold.Amount, new Dictionary<string, decimal> { ["SKU0"] = 1 });
            return new[] { plain, named }.All(lines =>
                lines.Sum(line => line.Total) == sold.Amount && lines.All(line => line.UnitAmount * line.Quantity == line.Total));
        }));

    [Fact]
    public void Units_whose_price_has_a_fraction_become_two_lines_a_minor_unit_apart()
    {
        var lines = CreditPlanning.Plan([Line("A", 3, 1000)], 1000, 1000, Nobody);

        Assert.Equal([(2m, 333m), (1m, 334m)], lines.Select(line => (line.Quantity, line.UnitAmount)));
        Assert.All(lines, line => Assert.True(line.Goods));
    }

    [Fact]
    public void A_part_of_the_total_gives_back_money_and_no_goods() =>
        Assert.All(CreditPlanning.Plan([Line("A", 3, 1000), Line("B", 1, 1)], 1001, 77, Nobody), line => Assert.False(line.Goods));

    [Fact]
    public void What_the_lines_do_not_explain_goes_back_as_a_line_of_its_own()
    {
        var lines = CreditPlanning.Plan([Line("A", 1, 900)], 1000, 1000, Nobody);

        Assert.Equal([900L, 100L], lines.Select(line => line.Total));
        Assert.Null(lines[1].ItemId);
    }

    private static BilledLine Line(string sku, decimal quantity, long gross) =>
        new("line-" + sku, "order-" + sku, "item-" + sku, sku, sku, true, quantity, gross, null);

    private static Gen<(IReadOnlyList<BilledLine> Lines, long Total, long Amount)> Invoices() =>
        from grosses in Gen.Choose(0, 5_000_000).NonEmptyListOf()
        from units in Gen.Choose(1, 400).ArrayOf(grosses.Count)
        from rest in Gen.Choose(-1_000, 1_000)
        let lines = grosses.Select((gross, i) => Line("SKU" + i, units[i], gross)).ToList()
        let total = Math.Max(1, lines.Sum(line => line.Gross) + rest)
        from amount in Gen.Choose(1, (int)Math.Min(total, int.MaxValue))
        select ((IReadOnlyList<BilledLine>)lines, total, (long)amount);
}
