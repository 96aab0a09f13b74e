using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Webhooks;

public sealed class When_events_come_oddly
{
    [Fact]
    public async Task Fifty_copies_in_any_order_make_one_of_everything()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var paid = await world.CheckoutAsync(Orders.With("deliver", "shuffled", "duplicates", 50));
        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task Lost_webhooks_are_found_by_the_sweep()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.With("deliver", false));

        var sweep = await world.App.PostAsync("/api/connections/stripe/sweep", null);

        Assert.True((await sweep.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("found").GetInt32() > 0);
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task Money_that_comes_days_later_is_waited_for()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.With("method", "delayed"));
        await world.RunAsync(paid.RunId, "waiting");
        Assert.Empty((await world.LedgerAsync()).SalesOrders);

        await world.PostAsync(
            "/_sandbox/stripe/complete-delayed", new { session = paid.Answer.GetProperty("session").GetString(), succeed = true });

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }
}
