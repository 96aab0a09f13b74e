using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Stock;

public sealed class When_more_is_ordered_than_there_is
{
    [Fact]
    public async Task The_order_is_held_until_a_person_decides()
    {
        await using var world = await WithBottlesAsync(2, "hold");
        var paid = await world.CheckoutAsync(Orders.Simple());

        var held = await world.RunAsync(paid.RunId, "held");
        Assert.Equal(
            "More was ordered than is available: 3 of BTL-1L where 2 is available.", held.GetProperty("run").GetProperty("outcome").GetString());
        Assert.Empty((await world.LedgerAsync()).SalesOrders);

        await world.App.PostAsync($"/api/runs/{paid.RunId}/approve", null);
        Assert.Single((await world.SettledAsync(paid)).SalesOrders);
    }

    [Fact]
    public async Task What_our_own_orders_took_since_the_last_look_is_not_sold_again()
    {
        await using var world = await WithBottlesAsync(5, "hold");
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));
        var second = await world.CheckoutAsync(Orders.Simple("WEB-2"));
        var held = await world.RunAsync(second.RunId, "held");
        Assert.Equal(
            "More was ordered than is available: 3 of BTL-1L where 2 is available.", held.GetProperty("run").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task What_Sage_shows_by_now_is_not_counted_twice()
    {
        await using var world = await WithBottlesAsync(6, "hold");
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));
        await new Storehouse(world).CarryAsync();
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2")));
    }

    [Fact]
    public async Task A_flagged_order_goes_on()
    {
        await using var world = await WithBottlesAsync(2, "flag");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.SettledAsync(paid);
        var audit = await world.App.GetStringAsync("/api/audit?limit=100");
        Assert.Contains("oversold", audit);
    }

    private static async Task<World> WithBottlesAsync(int bottles, string overselling)
    {
        var world = await World.StartAsync(("Isthmus:Stock:Overselling", overselling));
        await world.StockAsync("BTL-1L", "CUP-2");
        var stock = new Storehouse(world);
        await stock.CountAsync("BTL-1L", bottles);
        await stock.CarryAsync();
        return world;
    }
}
