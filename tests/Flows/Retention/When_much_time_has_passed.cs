using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Retention;

public sealed class When_much_time_has_passed
{
    [Fact]
    public async Task A_late_repeat_of_a_purged_orders_events_does_nothing()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.SettledAsync(paid);
        await world.WaitUntilRoutedAsync();
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
    }

    [Fact]
    public async Task No_document_with_personal_values_is_left_of_an_order_that_is_done()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.SettledAsync(paid);
        await world.WaitUntilRoutedAsync();

        await world.PurgeAsync(100);

        var left = world.Parts.Store.Read(session => session.Query(
            "SELECT partition || ' ' || row || ' ' || cast(properties AS TEXT) FROM azure_entities", row => row.GetString(0)));
        Assert.NotEmpty(left);
        Assert.DoesNotContain(left, row => row.Contains("ana@example.net") || row.Contains("Prado") || row.Contains("Porto"));
    }

    private static async Task<string> CallsAsync(World world) =>
        (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).EnumerateObject()
            .Where(vendor => vendor.Name is "zoho-inventory" or "sage-100").Select(vendor => $"{vendor.Name} {vendor.Value.GetProperty("total")}")
            .Aggregate((one, other) => $"{one}, {other}");
}
