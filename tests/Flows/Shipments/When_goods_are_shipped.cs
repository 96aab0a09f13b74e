using System.Text.Json;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Shipments;

public sealed class When_goods_are_shipped : IAsyncLifetime
{
    private World world = null!;
    private string order = "";

    public async Task InitializeAsync()
    {
        world = await World.StartAsync();
        await world.SoldAsync();
        order = Desk.Text((await world.LedgerAsync()).SalesOrders[0], "salesorder_id");
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task The_order_in_Sage_shows_how_with_which_number_and_when_it_arrived()
    {
        await ShipAsync(new { carrier = "Royal Mail", trackingNumber = "RM1" });
        await ShownAsync("shipped", "RM1");
        Assert.Equal("Royal Mail", Desk.Text((await world.LedgerAsync()).SageOrders[0], "ShipVia"));

        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/deliver", new { });
        await ShownAsync("delivered", "RM1");
    }

    [Fact]
    public async Task Several_packages_show_all_their_numbers()
    {
        await ShipAsync(await PartAsync(0, 1, "RM1"));
        await ShownAsync("partially_shipped", "RM1");
        await ShipAsync(await PartAsync(0, 2, "RM2"));
        await ShipAsync(await PartAsync(1, 2, "RM3"));
        await ShownAsync("shipped", "RM1, RM2, RM3");
    }

    [Fact]
    public async Task What_is_taken_back_shows_no_more()
    {
        await ShipAsync(new { trackingNumber = "RM1" });
        await ShownAsync("shipped", "RM1");
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        await UnshipAsync();
        await ShownAsync("pending", "");
    }

    [Fact]
    public async Task What_is_taken_back_without_a_webhook_is_found_by_the_sweep()
    {
        await ShipAsync(new { trackingNumber = "RM1" });
        await ShownAsync("shipped", "RM1");
        await world.Sandbox.DeleteAsync("/_sandbox/zoho-inventory/webhooks");
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        await UnshipAsync();
        await world.App.PostAsync("/api/connections/zoho-inventory/sweep", null);
        await ShownAsync("pending", "");
    }

    [Fact]
    public async Task An_invoice_in_entry_gets_the_packages_and_loses_them_again()
    {
        await InSageAsync("invoice");
        await ShipAsync(await PartAsync(0, 1, "RM1"));
        await ShipAsync(await PartAsync(0, 2, "RM2"));
        await PackagesAsync("RM1", "RM2");
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        await UnshipAsync();
        await PackagesAsync("RM2");
    }

    [Fact]
    public async Task An_order_that_is_complete_in_Sage_needs_nothing()
    {
        await InSageAsync("complete");
        await ShipAsync(new { trackingNumber = "RM1" });
        var run = await world.RunAsync("ship2sage-" + order, "done");
        Assert.EndsWith("is complete in Sage.", Desk.Text(run.GetProperty("run"), "outcome"));
    }

    private Task ShipAsync(object package) => world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", package);

    private async Task<object> PartAsync(int line, decimal quantity, string trackingNumber)
    {
        var id = Desk.Text((await OrderAsync()).GetProperty("line_items")[line], "line_item_id");
        return new { lines = new[] { new { line_item_id = id, quantity } }, trackingNumber };
    }

    /// <summary>Somebody deletes the first shipment and its package.</summary>
    private async Task UnshipAsync()
    {
        var package = (await world.LedgerAsync()).Zoho("packages").First(each => Desk.Text(each, "tracking_number") == "RM1");
        await world.ByHandAsync("DELETE", $"/shipmentorders/{Desk.Text(package, "shipment_id")}", new { });
        await world.ByHandAsync("DELETE", $"/packages/{Desk.Text(package, "package_id")}", new { });
    }

    private async Task InSageAsync(string deed) => await world.PostAsync(
        $"/_sandbox/sage-100/orders/{Desk.Text((await world.LedgerAsync()).SageOrders[0], "SalesOrderNo")}/{deed}", new { });

    private async Task<JsonElement> OrderAsync() =>
        (await world.ByHandAsync("GET", $"/salesorders/{order}", new { })).GetProperty("salesorder");

    private Task<bool> ShownAsync(string status, string tracking) => Patience.UntilAsync<bool>(
        async () => (await world.LedgerAsync()).SageOrders[0] is var shown
            && Desk.Text(shown, "UDF_SHIP_STATUS") == status && Desk.Text(shown, "UDF_TRACKING") == tracking ? true : null,
        () => world.App.GetStringAsync("/api/runs/ship2sage-" + order));

    private Task<bool> PackagesAsync(params string[] tracking) => Patience.UntilAsync<bool>(
        async () => (await world.LedgerAsync()).Root.GetProperty("sage-100").GetProperty("tracking").EnumerateArray()
            .Select(row => Desk.Text(row, "TrackingID")).Order().SequenceEqual(tracking) ? true : null,
        () => world.App.GetStringAsync("/api/runs/ship2sage-" + order));
}
