using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>Keeps the histories of deals, with ISTHMUS_RECORD=1.</summary>
public sealed class When_deals_are_recorded
{
    [Fact]
    public async Task A_deal_was_asked_about_ordered_and_invoiced()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);
        await desk.ChangeAndTellAsync(deal, new { Amount = 60 });
        await world.RunAsync(deal.Run, "held");
        (await world.App.PostAsync($"/api/runs/{deal.Run}/approve", null)).EnsureSuccessStatusCode();
        await KeepAsync(world, "deal.approved", deal.Run);

        await world.PostAsync($"/_sandbox/sage-300/orders/{SalesDesk.NumberOf(deal)}/invoice", new { });
        await desk.LookForInvoicesAsync();
        await KeepAsync(world, "deal-invoice.shown", $"dealinv-{deal.Id}-1");
    }

    [Fact]
    public async Task A_deal_was_reopened()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.WinAsync();
        await KeepAsync(world, "deal.ordered", deal.Run);
        await desk.ChangeAsync(deal.Id, new { Stage = SalesDesk.Open });
        await desk.TellAndWaitAsync(deal);
        await KeepAsync(world, "deal.reopened", deal.Run);
    }

    private static async Task KeepAsync(World world, string name, string run)
    {
        await world.RunAsync(run, "done");
        await world.OverAsync(run);
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1") await KeptHistory
            .KeepAsync(name, world.Parts.Engine.Client, run);
    }
}
