using Isthmus.Core.Deals;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Deals;

public sealed class When_deals_are_remembered : LedgerTest
{
    private static readonly DealOrder Order = new("7", 2, "ZSO-7-2", "8371", "HARB01", "abc", 69.50m, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task What_was_learnt_comes_back_exactly()
    {
        var store = new DealStore(Tables);
        var state = new DealState("7") { Seen = DealOutcome.Won, Winning = 2, Stand = WinningStand.Ordered, Order = Order,
            Approved = "2:abc" };

        await store.SaveAsync(state);

        Assert.Equal(state, await store.FindAsync("7"));
        Assert.False(await store.KnowsAsync("8"));
    }

    [Fact]
    public async Task An_order_is_followed_until_it_is_left()
    {
        var store = new DealStore(Tables);
        await store.FollowAsync(Order);
        await store.ShowedAsync(new FollowedOrder(Order, "IN1"));
        await store.FollowAsync(Order);

        Assert.Equal("IN1", (await store.FollowedAsync("7-2"))!.Shown);
        Assert.Single(await store.FollowedAsync().ToListAsync());

        await store.LeaveAsync(Order);
        await store.LeaveAsync(Order);
        Assert.Empty(await store.FollowedAsync().ToListAsync());
    }
}
