using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_won_deal_changes
{
    [Theory]
    [InlineData("hold", "approve", 2)]
    [InlineData("hold", "reject", 1)]
    [InlineData("newOrder", null, 2)]
    [InlineData("ignore", null, 1)]
    public async Task One_that_is_won_again_is_ordered_as_the_company_says(string rule, string? decision, int orders)
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:WonAgain", rule));
        await using var _ = world;
        var deal = await desk.WinAsync();
        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Open });
        await desk.OverAsync(deal.Run);

        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Won });
        if (decision is not null)
        {
            await world.RunAsync(deal.Run, "held");
            (await world.App.PostAsync($"/api/runs/{deal.Run}/{decision}", null)).EnsureSuccessStatusCode();
        }
        await world.RunAsync(deal.Run, orders == 2 ? "done" : "ignored");
        await desk.OverAsync(deal.Run);

        var numbers = (await desk.OrdersAsync()).Select(order => order.Text("OrderNumber")!).ToList();
        Assert.Equal(orders, numbers.Count);
        Assert.Equal(orders == 2 ? numbers[0] + "-2" : numbers[0],
            (await desk.CrmAsync("Deals", deal.Id)).Text("Sage_Order_Number"));
        await desk.TellAsync(deal.Id);
        await desk.OverAsync(deal.Run);
        Assert.Equal(orders, (await desk.OrdersAsync()).Count);
    }

    [Fact]
    public async Task A_person_looks_at_its_order_once_for_each_change()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.WinAsync();
        await desk.InCrmAsync("Quotes", new { id = deal.Quote, Discount = 1 });

        await desk.TellAndWaitAsync(deal);
        Assert.Equal("deal-changed", (await desk.LetterAsync(deal))!.Value.GetProperty("failure").Text("code"));
        await desk.CloseLetterAsync(deal);
        await desk.TellAndWaitAsync(deal);
        Assert.Null(await desk.LetterAsync(deal));

        await desk.ChangeAndTellAsync(deal, new { Stage = "Closed Lost" });
        await desk.OverAsync(deal.Run);
        Assert.Equal("deal-not-won", (await desk.LetterAsync(deal))!.Value.GetProperty("failure").Text("code"));
        Assert.Single(await desk.OrdersAsync());
    }

    [Fact]
    public async Task What_somebody_wrote_over_is_shown_again_and_a_deleted_deal_leaves_its_order_to_a_person()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.WinAsync();
        await desk.ChangeAndTellAsync(deal, new { Sage_Order_Number = "mine" });
        await desk.OverAsync(deal.Run);
        Assert.Equal(Assert.Single(await desk.OrdersAsync()).Text("OrderNumber"),
            (await desk.CrmAsync("Deals", deal.Id)).Text("Sage_Order_Number"));

        await world.PostAsync("/_sandbox/zoho-crm/records/Deals/delete", new { ids = new[] { deal.Id } });
        await desk.LookAsync();
        await Patience.UntilAsync<bool>(async () => await desk.LetterAsync(deal) is null ? null : true);
        Assert.Single(await desk.OrdersAsync());
    }

    [Fact]
    public async Task An_amount_that_is_not_the_lines_asks_a_person_who_is_asked_once()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);
        await desk.ChangeAndTellAsync(deal, new { Amount = 60 });
        await world.RunAsync(deal.Run, "held");
        Assert.Empty(await desk.OrdersAsync());

        (await world.App.PostAsync($"/api/runs/{deal.Run}/approve", null)).EnsureSuccessStatusCode();
        await world.RunAsync(deal.Run, "done");

        Assert.Equal(51m, Assert.Single(await desk.OrdersAsync()).Amount("OrderTotal"));
    }
}
