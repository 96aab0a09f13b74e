using Isthmus.Flows.Tests.Stock;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

public sealed class When_stock_is_kept_beside_purchases
{
    [Fact]
    public async Task A_delivery_that_the_stock_showed_first_counts_once()
    {
        await using var world = await World.StartAsync(
            BuyingDesk.Direction(BuyingDesk.SageToZoho), ("Isthmus:Stock:Enabled", "true"));
        var (desk, stock) = (new BuyingDesk(world), new Storehouse(world));
        await desk.FurnishAsync();
        await stock.CarryAsync();
        await desk.OrderInSageAsync(("BTL-1L", 10));
        await world.RestAsync();

        await desk.ReceiveInSageAsync(BuyingDesk.No, 0, 4);
        await stock.CarryAsync();
        await world.RestAsync();
        await stock.CarryAsync();
        await world.RestAsync();

        Assert.Equal((1004m, 1004m), (await stock.InSageAsync("BTL-1L"), await stock.InZohoAsync("BTL-1L")));
    }
}
