using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Failures;

public sealed class When_the_app_is_restarted
{
    [Fact]
    public async Task An_order_that_was_under_way_goes_on()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");

        await world.StopAppAsync();
        await world.StartAppAsync();
        (await world.App.PostAsync($"/api/runs/{paid.RunId}/approve", null)).EnsureSuccessStatusCode();

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }
}
