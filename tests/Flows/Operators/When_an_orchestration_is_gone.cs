using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

public sealed class When_an_orchestration_is_gone
{
    [Fact]
    public async Task The_sweep_finds_the_run_and_it_can_be_resubmitted()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");
        await world.TerminateAsync(paid.RunId);

        var (_, swept) = await world.ActAsync("/api/runs/sweep?quietSeconds=0");

        var found = Assert.Single(swept.GetProperty("runs").EnumerateArray());
        Assert.Equal((paid.RunId, "Terminated", "deadLettered"),
            (found.GetProperty("runId").GetString(), found.GetProperty("found").GetString(), found.GetProperty("now").GetString()));
        Assert.Equal(0, (await world.ActAsync("/api/runs/sweep?quietSeconds=0")).Body.GetProperty("found").GetInt32());

        await world.ActAsync($"/api/dead-letters/{paid.RunId}/resubmit");
        await world.RunAsync(paid.RunId, "held");
        await world.ActAsync($"/api/runs/{paid.RunId}/approve");
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task A_run_that_is_truly_at_work_is_left_alone()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");

        Assert.Equal(0, (await world.ActAsync("/api/runs/sweep?quietSeconds=0")).Body.GetProperty("found").GetInt32());
    }
}
