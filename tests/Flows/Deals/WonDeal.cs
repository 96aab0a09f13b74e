using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>A deal with a new account is won; the poll finds it.</summary>
internal sealed class WonDeal : Scenario
{
    private Deal deal = null!;

    public static (string, string)[] WithoutRetries =>
        SalesDesk.Settings(("Isthmus:Connections:zoho-crm:Limits:Retries", "0"),
            ("Isthmus:Connections:sage-300:Limits:Retries", "0"));

    public override (string, string)[] Settings => WithoutRetries;

    public override async Task PrepareAsync(World world)
    {
        var desk = new SalesDesk(world);
        await desk.FurnishAsync();
        deal = await desk.SellAsync();
    }

    public override async Task BeginAsync(World world)
    {
        await new SalesDesk(world).ChangeAsync(deal.Id, new { Stage = SalesDesk.Won });
        await NudgeAsync(world, CancellationToken.None);
    }

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, deal.Run, cancellation);

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        try { await world.App.PostAsync("/api/connections/zoho-crm/sweep", null, cancellation); }
        catch (HttpRequestException) { }
    }

    public override async Task ProveAsync(World world)
    {
        var desk = new SalesDesk(world);
        await world.RunAsync(deal.Run, "done");
        var order = Assert.Single(await desk.OrdersAsync());
        Assert.Equal((await desk.CustomerAsync("Harbor Pump Co"), 51m),
            (order.Text("CustomerNumber"), order.Amount("OrderTotal")));
        var shown = await desk.CrmAsync("Deals", deal.Id);
        Assert.Equal((order.Text("OrderNumber"), "Entered"), (shown.Text("Sage_Order_Number"), shown.Text("Sage_Order_Status")));
    }
}
