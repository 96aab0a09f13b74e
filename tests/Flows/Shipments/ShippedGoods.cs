using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Shipments;

/// <summary>Goods of an order that is in invoice entry are shipped.</summary>
internal sealed class ShippedGoods : Scenario
{
    private string order = "";

    public override async Task PrepareAsync(World world)
    {
        await world.SoldAsync();
        var ledger = await world.LedgerAsync();
        order = Desk.Text(ledger.SalesOrders[0], "salesorder_id");
        await world.PostAsync($"/_sandbox/sage-100/orders/{Desk.Text(ledger.SageOrders[0], "SalesOrderNo")}/invoice", new { });
    }

    public override Task BeginAsync(World world) =>
        world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", new { trackingNumber = "RM1" });

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "ship2sage-" + order, cancellation);

    public override Task NudgeAsync(World world, CancellationToken cancellation) =>
        world.App.PostAsync("/api/connections/zoho-inventory/sweep", null, cancellation);

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync("ship2sage-" + order, "done");
        var ledger = await world.LedgerAsync();
        var shown = Assert.Single(ledger.SageOrders);
        Assert.Equal(("shipped", "RM1"), (Desk.Text(shown, "UDF_SHIP_STATUS"), Desk.Text(shown, "UDF_TRACKING")));
        Assert.Single(ledger.Root.GetProperty("sage-100").GetProperty("tracking").EnumerateArray());
    }
}
