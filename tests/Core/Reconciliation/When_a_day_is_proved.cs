using Isthmus.Core.Reconciliation;

namespace Isthmus.Core.Tests.Reconciliation;

public sealed class When_a_day_is_proved
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly BookedMoney Charge = new("ch_1", "txn_1", 9510, "GBP");

    [Fact]
    public void It_holds_where_all_three_have_the_same() =>
        Assert.True(Prove([Charge], [Charge with { Record = "46001" }], [Charge with { Record = "0000001" }]).Holds);

    [Fact]
    public void It_does_not_need_Sage_where_nothing_is_carried_there() => Assert.True(Prove([Charge], [Charge], null).Holds);

    [Fact]
    public void What_is_missing_is_named()
    {
        var proof = Prove([Charge], [], [Charge]);

        Assert.Equal(("missing", "zoho-inventory", "ch_1"), Named(Assert.Single(proof.Differences)));
    }

    [Fact]
    public void What_is_too_much_is_named() =>
        Assert.Equal(
            ("surplus", "sage-100", "ch_2"),
            Named(Assert.Single(Prove([Charge], [Charge], [Charge, Charge with { Key = "ch_2" }]).Differences)));

    [Fact]
    public void What_was_booked_twice_is_named_with_both_records()
    {
        var difference = Assert.Single(Prove([Charge], [Charge with { Record = "46001" }, Charge with { Record = "46002" }], null).Differences);

        Assert.Equal(("doubled", "46001 46002", 19020L), (difference.Code, string.Join(' ', difference.Records), difference.Found));
    }

    [Fact]
    public void The_same_figure_in_another_currency_is_not_the_same() =>
        Assert.Equal("amount-differs", Assert.Single(Prove([Charge], [Charge with { Currency = "EUR" }], null).Differences).Code);

    [Fact]
    public void Currencies_are_never_added_together()
    {
        var totals = Prove([Charge, new("ch_2", "txn_2", 1, "JPY")], [Charge, new("ch_2", "46002", 1, "JPY")], null).Totals;

        Assert.Equal(["GBP 9510", "JPY 1"], totals.Select(total => $"{total.Currency} {total.Stripe}"));
    }

    private static DailyProof Prove(BookedMoney[] stripe, BookedMoney[] zoho, BookedMoney[]? sage) =>
        ThreeWayMatch.Prove(Day, new DayMoney("payments", stripe, zoho, sage));

    private static (string, string, string) Named(DayDifference difference) => (difference.Code, difference.System, difference.Key);
}
