using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Connections;

public sealed class When_a_vendor_is_down_for_days
{
    private const int Orders = 50;
    private const int Hours = 72;

    [Fact]
    public async Task Every_order_waits_and_arrives_when_it_is_back()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        // What is paid out before its order arrived has an entry of its own, which says so until the order is there.
        (await world.Sandbox.PostAsJsonAsync("/_sandbox/settings", new { stripe = new { payouts = "manual" } })).EnsureSuccessStatusCode();
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "/inventory/v1/", kind = "drop-before" });
        var paid = await PayAsync(world);
        foreach (var order in paid) await WaitsAsync(world, order);
        var before = await world.CallsAsync("zoho-inventory");

        for (var hour = 0; hour < Hours; hour++)
        {
            await world.PassTimeAsync(TimeSpan.FromHours(1));
            await ProbedAsync(world);
        }

        Assert.InRange(await world.CallsAsync("zoho-inventory") - before, Hours, 2 * Hours);
        Assert.Empty(await DeadLettersAsync(world));
        await world.HealAsync();
        await world.PassUntilFlowingAsync("zoho-inventory", TimeSpan.FromHours(1));
        foreach (var order in paid) await world.SettledAsync(order);
        var ledger = await world.LedgerAsync();
        Assert.Equal((Orders, Orders, Orders), (ledger.SalesOrders.Count, ledger.Invoices.Count, ledger.SageOrders.Count));
        Assert.Empty(await DeadLettersAsync(world));
        var circuit = await world.CircuitAsync("zoho-inventory", "flowing");
        Assert.Equal((0, 1), (circuit.GetProperty("waitingRuns").GetInt32(), circuit.GetProperty("pauses").GetInt32()));
    }

    private static async Task<List<Checkout>> PayAsync(World world)
    {
        var paid = new List<Checkout>();
        for (var n = 1; n <= Orders; n++) paid.Add(await world.CheckoutAsync(Support.Orders.Simple($"WEB-{n}", $"buyer{n}@example.net")));
        return paid;
    }

    private static async Task WaitsAsync(World world, Checkout order)
    {
        var run = (await world.RunAsync(order.RunId, "waiting")).GetProperty("run");
        Assert.StartsWith("zoho-inventory is paused: ", run.GetProperty("outcome").GetString());
    }

    /// <summary>
    /// The hour's probe has failed, and the next one is set. A jump of the clock between the two leaves the next one for later.
    /// </summary>
    private static Task<bool> ProbedAsync(World world)
    {
        var looks = 0;
        return Patience.UntilAsync<bool>(async () =>
        {
            var circuit = await world.CircuitAsync("zoho-inventory");
            if (circuit.GetProperty("nextProbeAt").GetDateTimeOffset() > world.Clock.GetUtcNow()) return true;
            if (++looks % 100 == 0) await world.PassTimeAsync(TimeSpan.FromHours(1));
            return null;
        });
    }

    /// <summary>A day that was proved during the outage says, once a day, that Zoho lacks its payments; that is its task.</summary>
    private static async Task<List<JsonElement>> DeadLettersAsync(World world) =>
    [
        .. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()
            .Where(letter => letter.GetProperty("flow").GetString() != "daily-proof"),
    ];
}
