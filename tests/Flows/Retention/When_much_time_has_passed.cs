using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Retention;

public sealed partial class When_much_time_has_passed
{
    [Fact]
    public async Task A_late_repeat_of_a_purged_orders_events_does_nothing()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await OverAsync(world, paid);
        Assert.Equal(2, (await world.PurgeAsync(500))["runs"]);
        Assert.Null(await world.InstanceAsync(paid.RunId));
        var calls = await CallsAsync(world);
        var before = (await world.GetAsync("/api/runs/balance")).ToString();

        // The sweep finds Stripe's events and the inbox has none of them any more: each is a late repeat.
        var (_, swept) = await world.ActAsync("/api/connections/stripe/sweep");
        Assert.NotEqual(0, swept.GetProperty("found").GetInt32());
        await world.WaitUntilRoutedAsync();

        Assert.Equal(before, (await world.GetAsync("/api/runs/balance")).ToString());
        Assert.True((await world.GetAsync("/api/runs/" + paid.RunId)).GetProperty("run").GetProperty("purged").GetBoolean());
        Assert.Equal(calls, await CallsAsync(world));
        Assert.Null(await world.InstanceAsync(paid.RunId));
        (await world.LedgerAsync()).HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task An_order_that_is_held_keeps_what_it_needs_to_go_on()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");

        await world.PurgeAsync(500);
        await world.ActAsync($"/api/runs/{paid.RunId}/approve");

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task An_open_dead_letter_keeps_what_it_needs_to_go_on_from_its_failed_step()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "/inventory/v1/invoices", kind = "status", status = 400 });
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        Assert.Single((await world.LedgerAsync()).SalesOrders);

        await world.PurgeAsync(500);
        await world.Sandbox.DeleteAsync("/_sandbox/faults");
        Assert.Equal(202, (await world.ActAsync($"/api/dead-letters/{paid.RunId}/resubmit?from=step")).Status);

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        Assert.Empty((await world.GetAsync("/api/dead-letters")).GetProperty("items").EnumerateArray());
        await world.PurgeAsync(100);
        Assert.Equal(409, (int)(await world.App.GetAsync($"/api/dead-letters/{paid.RunId}/record")).StatusCode);
    }

    [Fact]
    public async Task No_personal_value_is_left_of_an_order_that_is_done()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await OverAsync(world, paid);
        Assert.True(Holds(world, "ana@example.net") && Holds(world, "Porto"));

        await world.PurgeAsync(100);

        Assert.False(Holds(world, "ana@example.net") || Holds(world, "Prado") || Holds(world, "Porto"));
    }

    /// <summary>The order is in Sage, its runs are over and its events dealt with: nothing of it is needed any more.</summary>
    private static async Task OverAsync(World world, Checkout paid)
    {
        var order = (await world.SettledAsync(paid)).SalesOrders[0].GetProperty("salesorder_id").GetString();
        await world.OverAsync(paid.RunId);
        await world.OverAsync("so2sage-" + order);
        await world.WaitUntilRoutedAsync();
    }

    /// <summary>Whether a text stands anywhere in the tables, in bytes as well.</summary>
    private static bool Holds(World world, string text) => world.Parts.Store
        .Read(session => session.Query(
            "SELECT partition || ' ' || row || ' ' || cast(properties AS TEXT) FROM azure_entities", row => row.GetString(0)))
        .Any(row => row.Contains(text) || Bytes().Matches(row).Any(
            bytes => Encoding.UTF8.GetString(Convert.FromBase64String(bytes.Groups[1].Value.Replace("\\u002B", "+"))).Contains(text)));

    [GeneratedRegex("Edm\\.Binary\",\"[^\"]+\":\"([^\"]+)\"")]
    private static partial Regex Bytes();

    private static async Task<string> CallsAsync(World world) =>
        (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).EnumerateObject()
            .Where(vendor => vendor.Name is "zoho-inventory" or "sage-100").Select(vendor => $"{vendor.Name} {vendor.Value.GetProperty("total")}")
            .Aggregate((one, other) => $"{one}, {other}");
}
