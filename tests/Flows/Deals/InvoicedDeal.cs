using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>The order of a deal is invoiced; the look at the invoices finds it.</summary>
internal sealed class InvoicedDeal : Scenario
{
    private Deal deal = null!;

    public override (string, string)[] Settings => WonDeal.WithoutRetries;

    public override async Task PrepareAsync(World world)
    {
        var desk = new SalesDesk(world);
        await desk.FurnishAsync();
        deal = await desk.WinAsync();
        await world.PostAsync($"/_sandbox/sage-300/orders/{SalesDesk.NumberOf(deal)}/invoice", new { });
    }

    public override Task BeginAsync(World world) => NudgeAsync(world, CancellationToken.None);

    public override Task EndedAsync(World world, CancellationToken cancellation) =>
        OverAsync(world, $"dealinv-{deal.Id}-1", cancellation);

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        try { await world.App.PostAsync("/api/deals/invoices/sweep?full=true", null, cancellation); }
        catch (HttpRequestException) { }
    }

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync($"dealinv-{deal.Id}-1", "done");
        var shown = await new SalesDesk(world).CrmAsync("Deals", deal.Id);
        Assert.Equal((51m, "Invoiced", "IN0000000001"), (shown.Amount("Sage_Invoice_Total"), shown.Text("Sage_Invoice_Status"),
            shown.Text("Sage_Invoice_Number")));
    }
}
