using Isthmus.Core.Deals;

namespace Isthmus.Core.Tests.Deals;

public sealed class When_a_deal_is_seen
{
    private static readonly DealState Unknown = new("7");

    [Fact]
    public void A_first_winning_is_to_be_ordered_once()
    {
        var won = See(Unknown, DealOutcome.Won);

        Assert.Equal((1, WinningStand.Due), (won.Winning, won.Stand));
        Assert.Equal(won, See(won, DealOutcome.Won));
    }

    [Fact]
    public void One_that_was_reopened_before_it_was_ordered_is_still_the_first()
    {
        var again = See(See(See(Unknown, DealOutcome.Won), DealOutcome.Open), DealOutcome.Won);

        Assert.Equal((1, WinningStand.Due), (again.Winning, again.Stand));
    }

    [Theory]
    [InlineData(WonAgain.Hold, WinningStand.Asked)]
    [InlineData(WonAgain.NewOrder, WinningStand.Due)]
    [InlineData(WonAgain.Ignore, WinningStand.Declined)]
    public void One_that_is_won_again_after_its_order_is_as_the_company_says(WonAgain rule, WinningStand stand)
    {
        var again = Winnings.See(Winnings.See(Ordered(), DealOutcome.Lost, rule), DealOutcome.Won, rule);

        Assert.Equal((2, stand), (again.Winning, again.Stand));
        Assert.Equal("ZSO-7", again.Order!.Number);
    }

    [Fact]
    public void A_yes_to_one_winning_is_none_to_the_next()
    {
        var approved = Ordered() with { Approved = "1:abc" };

        Assert.Null(See(See(approved, DealOutcome.Open), DealOutcome.Won).Approved);
    }

    [Fact]
    public void What_is_lost_or_gone_keeps_its_order()
    {
        Assert.Equal(WinningStand.Ordered, See(Ordered(), DealOutcome.Lost).Stand);
        Assert.Equal(WinningStand.Ordered, See(Ordered(), DealOutcome.Gone).Stand);
    }

    private static DealState See(DealState known, DealOutcome now) => Winnings.See(known, now, WonAgain.Hold);

    private static DealState Ordered() => See(Unknown, DealOutcome.Won) with
    {
        Stand = WinningStand.Ordered, Order = new DealOrder(
            "7", 1, "ZSO-7", "8371", "HARB01", "abc", 69.5m, DateTimeOffset.UnixEpoch),
    };
}
