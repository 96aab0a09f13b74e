using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.SalesOrders;

public sealed class When_many_orders_go_to_Sage_at_once
{
    private const int Many = 100;

    [Fact]
    public async Task They_share_calls_and_a_bad_one_fails_alone()
    {
        await using var world = await World.StartAsync(("Isthmus:Connections:sage-100:Batches:Window", "00:00:01"));
        await world.StockAsync("BTL-1L", "CUP-2", "OLD-1");
        await world.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "OLD-1", description = "Old", price = 1.0, inactive = true } });
        var clock = Stopwatch.StartNew();
        var paid = await Task.WhenAll(Enumerable.Range(1, Many).Select(n => world.CheckoutAsync(Order(n))));

        await Patience.UntilAsync<bool>(async () => (await SentAsync(world)) is { Done: Many - 1, DeadLettered: 1 } ? true : null,
            async () => (await SentAsync(world)).ToString());
        var seconds = (long)clock.Elapsed.TotalSeconds;

        Assert.Equal(Many, paid.Length);
        Assert.Equal(Many - 1, (await world.LedgerAsync()).SageOrders.Count);
        var letters = await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters");
        Assert.Equal("inactive", Assert.Single(letters.GetProperty("items").EnumerateArray()).GetProperty("failure").GetProperty("code").GetString());
        var calls = (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).GetProperty("sage-100").GetProperty("operations");
        var writes = calls.EnumerateObject().Where(call => call.Name.EndsWith("write", StringComparison.Ordinal)).Sum(call => call.Value.GetInt64());

        // A customer and an order each: two hundred without. On a machine that brings them slowly each second's go on their own.
        Assert.InRange(writes, 1, Math.Min(Math.Max(Many / 2, 3 * seconds), Many * 3 / 2));
    }

    private static JsonObject Order(int n) => Orders.With(
        "id", $"WEB-{n}", "customer", new { email = $"c{n}@example.net", name = $"Customer {n}" },
        "lines", new[] { new { sku = n == 50 ? "OLD-1" : "BTL-1L", description = "Bottle", quantity = 1, unitAmount = 500 } });

    private static async Task<(int Done, int DeadLettered)> SentAsync(World world)
    {
        var states = (await world.App.GetFromJsonAsync<JsonElement>("/api/runs/summary")).GetProperty("sales-order-to-sage");
        return (Count("Done"), Count("DeadLettered"));

        int Count(string state) => states.TryGetProperty(state, out var count) ? count.GetInt32() : 0;
    }
}
