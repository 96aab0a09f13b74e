using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Failures;

public sealed class When_the_app_is_restarted_often
{
    [Fact]
    public async Task It_goes_on_with_the_access_token_that_it_has()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        (await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()))).HasOneOfEverything(95.10m);
        var before = await TokensAsync(world);
        for (var restart = 0; restart < 3; restart++)
        {
            await world.StopAppAsync();
            await world.StartAppAsync();
            await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));
        }
        Assert.Equal(before, await TokensAsync(world));
    }

    private static async Task<int> TokensAsync(World world)
    {
        using var calls = JsonDocument.Parse(await world.Sandbox.GetStringAsync("/_sandbox/calls"));
        var asked = calls.RootElement.EnumerateObject()
            .SelectMany(vendor => vendor.Value.GetProperty("operations").EnumerateObject())
            .Where(operation => operation.Name.Contains("token", StringComparison.Ordinal)).Sum(operation => operation.Value.GetInt32());
        Assert.True(asked > 0, "The sandbox counts no tokens.");
        return asked;
    }
}
