using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

/// <summary>An order that is entered in Zoho, with a part of it received there, is carried to Sage.</summary>
internal sealed class BoughtGoodsInZoho : Scenario
{
    private string order = "";

    public override (string, string)[] Settings => [BuyingDesk.Direction(BuyingDesk.ZohoToSage)];

    /// <summary>No webhook tells of it, so that it begins when trouble may come.</summary>
    public override async Task PrepareAsync(World world)
    {
        var desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        await world.Sandbox.DeleteAsync("/_sandbox/zoho-inventory/webhooks");
        order = await desk.OrderInZohoAsync(("BTL-1L", 10), ("CUP-2", 4));
        await desk.ReceiveInZohoAsync(order, 0, 4);
    }

    public override Task BeginAsync(World world) => NudgeAsync(world, CancellationToken.None);

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "po2sage-" + order, cancellation);

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        try { await world.App.PostAsync("/api/purchasing/sweep", null, cancellation); }
        catch (HttpRequestException) { }
    }

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync("po2sage-" + order, "done");
        var ledger = await world.LedgerAsync();
        var no = Desk.Text(Assert.Single(ledger.Sage("purchaseOrders")), "PurchaseOrderNo");
        Assert.Equal("BTL-1L 0/10, CUP-2 0/4", ledger.InSage(no));
        Assert.Equal(4m, Assert.Single(ledger.Sage("receipts")).GetProperty("Lines").EnumerateArray()
            .Sum(line => Desk.Amount(line, "QuantityReceived")));
        Assert.Single(ledger.Sage("vendors"), vendor => Desk.Text(vendor, "VendorName") == "Lothian Glass");
    }
}
