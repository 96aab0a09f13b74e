using Isthmus.Core.Audit;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.SalesOrders;

public sealed class When_a_record_in_Sage_is_held
{
    [Fact]
    public async Task The_audit_shows_each_try_and_that_it_went_through()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.FaultAsync(new { vendor = "sage-100", kind = "record-lock", match = "SO_SalesOrder", count = 3 });

        var paid = await world.CheckoutAsync(Orders.Simple());
        var ledger = await world.SettledAsync(paid);

        var run = $"so2sage-{ledger.SalesOrders.Single().GetProperty("salesorder_id").GetString()}";
        var now = world.Clock.GetUtcNow();
        var lines = (await world.Services.GetRequiredService<AuditTrail>().OfAsync(run, now.AddHours(-1), now.AddHours(1)))
            .Where(line => line.Action == "wait for a held record").Reverse().Select(line => line.Outcome).ToList();
        Assert.Equal(4, lines.Count);
        Assert.EndsWith("held at try 1; tried again at once", lines[0]);
        Assert.Contains("held at try 2; tried again after", lines[1]);
        Assert.Contains("held at try 3; tried again after", lines[2]);
        Assert.Contains("through at try 4,", lines[3]);
        ledger.HasOneOfEverything(95.10m);
    }
}
