using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

/// <summary>Keeps the histories of purchases, with ISTHMUS_RECORD=1.</summary>
public sealed class When_purchases_are_recorded
{
    [Fact]
    public async Task An_order_of_Sage_went_all_the_way()
    {
        await using var world = await World.StartAsync(BuyingDesk.Direction(BuyingDesk.SageToZoho));
        var desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        await desk.OrderInSageAsync(("BTL-1L", 10));
        await desk.ReceiveInSageAsync(BuyingDesk.No, 0, 4);
        await desk.LookAsync();
        await KeepAsync(world, "purchase-order-to-zoho.received", "po2zoho-" + BuyingDesk.No);
    }

    [Fact]
    public async Task An_order_of_Zoho_went_all_the_way()
    {
        await using var world = await World.StartAsync(BuyingDesk.Direction(BuyingDesk.ZohoToSage));
        await world.Sandbox.DeleteAsync("/_sandbox/zoho-inventory/webhooks");
        var desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        var order = await desk.OrderInZohoAsync(("BTL-1L", 10));
        await desk.LookAsync();
        await KeepAsync(world, "purchase-order-to-sage.written", "po2sage-" + order);
        Assert.Single((await world.LedgerAsync()).Sage("purchaseOrders"));
    }

    private static async Task KeepAsync(World world, string name, string run)
    {
        await world.RunAsync(run, "done");
        await world.OverAsync(run);
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1") await KeptHistory.KeepAsync(name, world.Parts.Engine.Client, run);
    }
}
