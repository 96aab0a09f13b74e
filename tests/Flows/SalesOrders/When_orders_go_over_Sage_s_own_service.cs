using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.SalesOrders;

public sealed class When_orders_go_over_Sage_s_own_service
{
    [Fact]
    public Task They_arrive_to_the_cent() => ArrivesAsync(null);

    [Fact]
    public Task An_answer_lost_after_the_write_doubles_nothing() =>
        ArrivesAsync(new { vendor = "sage-100", match = "POST /sage-100/soap", kind = "drop-after", count = 4 });

    [Fact]
    public Task A_record_that_somebody_holds_is_written_when_it_is_free() =>
        ArrivesAsync(new { vendor = "sage-100", match = "SO_SalesOrder", kind = "record-lock", count = 3 });

    [Fact]
    public Task An_error_after_the_write_doubles_nothing() =>
        ArrivesAsync(new { vendor = "sage-100", match = "SOAP Create", kind = "stored-error", count = 2 });

    [Fact]
    public async Task An_item_that_left_Sage_is_looked_for_again_and_stood_in_for()
    {
        await using var world = await World.StartAsync(
            [.. SageSoapSettings.All, .. Surfaces, ("Isthmus:SalesOrders:PendingWhenMissing", "true")]);
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));
        await world.PostAsync("/_sandbox/sage-100/records/CI_Item",
            new[] { new Dictionary<string, object> { ["ItemCode"] = "CUP-2", ["$delete"] = true } });

        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2")));

        var order = Assert.Single(ledger.SageOrders, each => each.GetProperty("OrderStatus").GetString() == "H");
        Assert.Equal(
            ["BTL-1L", "/MISC", "/C"],
            order.GetProperty("Lines").EnumerateArray().Select(line => line.GetProperty("ItemCode").GetString()));
        Assert.Equal(95.10m, order.GetProperty("Total").GetDecimal());
    }

    [Fact]
    public async Task The_connection_says_what_goes_over_it_and_why()
    {
        await using var world = await World.StartAsync([.. SageSoapSettings.All, .. Surfaces]);
        var shown = (await world.App.GetFromJsonAsync<JsonElement>("/api/connections")).EnumerateArray().ToList();
        Assert.Contains(shown, one => one.GetProperty("id").GetString() == "sage-100-soap");
        var surfaces = shown.Single(one => one.GetProperty("id").GetString() == "sage-100")
            .GetProperty("facts").GetProperty("usage").GetProperty("surfaces");
        var orders = surfaces.EnumerateArray()
            .Single(choice => choice.GetProperty("purpose").GetString() == "take numbers for sales orders and create them");
        Assert.Equal(("soap", "Surface:WriteOrder says so."), (orders.GetProperty("surface").GetString(), orders.GetProperty("why").GetString()));
    }

    private static (string, string)[] Surfaces =>
        [("Isthmus:Connections:sage-100:Surface:WriteOrder", "soap"), ("Isthmus:Connections:sage-100:Surface:WriteCustomer", "soap")];

    private static async Task ArrivesAsync(object? fault)
    {
        await using var world = await World.StartAsync([.. SageSoapSettings.All, .. Surfaces]);
        await world.StockAsync("BTL-1L", "CUP-2");
        if (fault is not null) await world.FaultAsync(fault);
        var paid = await world.CheckoutAsync(Orders.Simple());
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        var calls = (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).GetProperty("sage-100");
        Assert.Contains("/soap", calls.ToString());
    }
}
