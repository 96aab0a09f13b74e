using Azure.Data.Tables;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

public sealed class When_a_run_is_not_what_it_shows
{
    [Fact]
    public async Task The_sweep_tells_a_run_whose_orchestration_is_missing_from_one_that_ended()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        var settled = await world.SettledAsync(paid);
        await world.ListedAsync("so2sage-" + settled.SalesOrders[0].GetProperty("salesorder_id").GetString(), "sales-order-to-sage", "done");
        await world.OverAsync(paid.RunId);
        var runs = new RunStore(new IsthmusTables(new TableServiceClient("IsthmusHome=" + world.Home)), world.Clock);
        await runs.BeginAsync(new Run { Id = "ship2sage-0", Flow = "shipment-to-sage", Key = "0" });
        await runs.SetStateAsync(paid.RunId, RunState.Running, "A crash kept the end from being written.");

        var (_, swept) = await world.ActAsync("/api/runs/sweep?quietSeconds=0");

        Assert.Equal(
            [(paid.RunId, "Completed", "done"), ("ship2sage-0", "Missing", "deadLettered")],
            swept.GetProperty("runs").EnumerateArray()
                .Select(r => (r.GetProperty("runId").GetString()!, r.GetProperty("found").GetString()!, r.GetProperty("now").GetString()!)));
        Assert.Equal("orchestration-missing",
            (await world.GetAsync("/api/dead-letters/ship2sage-0")).GetProperty("failure").GetProperty("code").GetString());
        Assert.True((await world.GetAsync("/api/runs/balance")).GetProperty("balanced").GetBoolean());
        Assert.Equal(0, (await world.ActAsync("/api/runs/sweep?quietSeconds=0")).Body.GetProperty("found").GetInt32());
    }

    [Fact]
    public async Task A_run_that_is_truly_held_is_left_alone()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.ListedAsync(paid.RunId, "order-to-cash", "held");

        Assert.Equal(0, (await world.ActAsync("/api/runs/sweep?quietSeconds=0")).Body.GetProperty("found").GetInt32());
    }
}
