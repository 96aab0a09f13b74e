using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Agents;

public sealed class When_the_agent_fetches_its_work
{
    [Fact]
    public async Task An_order_arrives_in_Sage_and_nobody_called_there()
    {
        await using var world = await OutboundWorld.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));

        ledger.HasOneOfEverything(95.10m);
        Assert.Equal(0, await world.CallsAsync("sage-100"));
    }

    [Fact]
    public async Task Many_orders_at_once_arrive_once_each()
    {
        await using var world = await OutboundWorld.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var paid = await Task.WhenAll(Enumerable.Range(1, 8)
            .Select(n => world.CheckoutAsync(Orders.Simple($"WEB-{n}", $"ana{n}@example.net", $"Ana {n}"))));
        foreach (var order in paid) await world.SettledAsync(order);

        Assert.Equal(8, (await world.LedgerAsync()).SageOrders.Count);
    }

    [Fact]
    public async Task The_connection_passes_its_check_and_the_agent_is_shown()
    {
        await using var world = await OutboundWorld.StartAsync();
        await world.StockAsync("BTL-1L");

        var report = await world.App.GetFromJsonAsync<JsonElement>("/api/connections/sage-100/check");
        var shown = (await world.App.GetFromJsonAsync<JsonElement>("/api/agents"))[0];

        Assert.True(report.GetProperty("ok").GetBoolean(), report.ToString());
        Assert.Equal(("sage-100", 0), (shown.GetProperty("id").GetString(), shown.GetProperty("open").GetInt32()));
        Assert.NotNull(shown.GetProperty("seenAt").GetString());
    }

    [Fact]
    public async Task An_order_waits_for_an_agent_that_is_not_there_yet()
    {
        await using var world = await World.StartAsync([.. OutboundWorld.Settings, ("Isthmus:Connections:sage-100:Outbound:PickUp", "00:00:01")]);
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "done");
        await world.CircuitAsync("sage-100", "paused");

        await OutboundWorld.AttachAsync(world);

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }
}
