using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Connections;

public sealed class When_a_step_calls_vendors
{
    [Fact]
    public async Task The_timeline_shows_each_call_and_what_came_of_it()
    {
        await using var world = await World.StartAsync(("Isthmus:Connections:sage-100:Limits:Retries", "1"));
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.FaultAsync(new { vendor = "sage-100", match = "/numbers", kind = "status", status = 500, count = 3 });
        var paid = await world.CheckoutAsync(Orders.Simple());
        var order = (await world.SettledAsync(paid)).SalesOrders[0].GetProperty("salesorder_id").GetString();

        var steps = (await world.RunAsync("so2sage-" + order, "done")).GetProperty("steps").EnumerateArray()
            .Where(step => step.GetProperty("name").GetString() == "create the order in Sage").ToList();

        Assert.Equal([2, 2], steps.Select(Number).Select(call => call.GetProperty("tries").GetInt32()));
        Assert.Equal([500, 200], steps.Select(Number).Select(call => call.GetProperty("status").GetInt32()));
        Assert.Equal("ok", Number(steps[1]).GetProperty("outcome").GetString());
        Assert.DoesNotContain("ana@example.net", steps[1].GetRawText());
    }

    private static JsonElement Number(JsonElement step) => step.GetProperty("calls").EnumerateArray()
        .Single(call => call.GetProperty("operation").GetString() == "take number of SO_SalesOrder");
}
