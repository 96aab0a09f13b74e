using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

/// <summary>An order that is entered in Sage, with a part of it received there, is carried to Zoho.</summary>
internal sealed class BoughtGoods : Scenario
{
    public override (string, string)[] Settings => [BuyingDesk.Direction(BuyingDesk.SageToZoho)];

    public override async Task PrepareAsync(World world)
    {
        var desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        await desk.OrderInSageAsync(("BTL-1L", 10), ("CUP-2", 4));
        await desk.ReceiveInSageAsync(BuyingDesk.No, 0, 4);
    }

    public override Task BeginAsync(World world) => NudgeAsync(world, CancellationToken.None);

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "po2zoho-" + BuyingDesk.No, cancellation);

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        try { await world.App.PostAsync("/api/purchasing/sweep", null, cancellation); }
        catch (HttpRequestException) { }
    }

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync("po2zoho-" + BuyingDesk.No, "done");
        var ledger = await world.LedgerAsync();
        var order = Assert.Single(ledger.Zoho("purchaseorders"));
        Assert.Equal((14m, 4m, "partially_received"),
            (Desk.Amount(order, "quantity"), Desk.Amount(order, "quantity_received"), Desk.Text(order, "status")));
        Assert.Equal("SPR-0000001", Desk.Text(Assert.Single(ledger.Zoho("purchasereceives")), "receive_number"));
        Assert.Single(ledger.Contacts);
    }
}
