namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_deal_cannot_be_ordered
{
    [Fact]
    public async Task A_missing_item_waits_for_finance_and_goes_on_when_it_is_there()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await world.PostAsync("/_sandbox/sage-300/records/IC/ICItems", new Dictionary<string, object> { ["$delete"] = new[] { "GASKET12" } });
        var deal = await desk.SellAsync(SalesDesk.Won);
        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "deadLettered");

        var letter = (await desk.LetterAsync(deal))!.Value;
        Assert.Equal(("finance", "referenceMissing", "item-missing"),
            (letter.Text("owner"), letter.GetProperty("failure").Text("class"), letter.GetProperty("failure").Text("code")));
        await desk.InBooksAsync("IC", "ICItems", new { UnformattedItemNumber = SalesDesk.Product });
        (await world.App.PostAsync($"/api/dead-letters/{deal.Run}/resubmit?from=step", null)).EnsureSuccessStatusCode();
        await world.RunAsync(deal.Run, "done");

        Assert.Single(await desk.OrdersAsync());
        Assert.Null(await desk.LetterAsync(deal));
    }

    [Theory]
    [InlineData("account-mapped-twice")]
    [InlineData("customer-missing")]
    [InlineData("code-mapped-twice")]
    [InlineData("currency-differs")]
    [InlineData("customer-inactive")]
    [InlineData("no-one-quote")]
    public async Task What_nobody_can_decide_but_a_person_names_its_cure(string code)
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        foreach (var (number, group) in new[] { ("HARB01", "WHL"), ("HARB02", "WHL"), ("HARB03", "CAN") })
            await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = number, GroupCode = group, CustomerName = number });
        var deal = await desk.SellAsync(SalesDesk.Won);
        await SpoilAsync(desk, deal, code);

        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "deadLettered");

        var failure = (await desk.LetterAsync(deal))!.Value.GetProperty("failure");
        Assert.Equal(code, failure.Text("code"));
        Assert.EndsWith("resubmit.", failure.Text("cure"));
        Assert.Empty(await desk.OrdersAsync());
    }

    [Fact]
    public async Task A_number_that_is_somebody_else_s_is_not_taken_for_ours()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);
        await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB01", GroupCode = "WHL", CustomerName = "Harbor" });
        await desk.InBooksAsync("OE", "OEOrders", new
        {
            CustomerNumber = "HARB01", OrderNumber = SalesDesk.NumberOf(deal),
            OrderDetails = new[] { new { LineType = "Item", Item = SalesDesk.Product, QuantityOrdered = 1 } },
        });

        await desk.TellAsync(deal.Id);
        await world.RunAsync(deal.Run, "deadLettered");

        Assert.Equal("key-taken", (await desk.LetterAsync(deal))!.Value.GetProperty("failure").Text("code"));
        Assert.Single(await desk.OrdersAsync());
    }

    private static Task SpoilAsync(SalesDesk desk, Deal deal, string code) => code switch
    {
        "account-mapped-twice" => desk.MapAsync(deal.Account, "HARB01", "HARB02"),
        "customer-missing" => desk.MapAsync(deal.Account, "NOBODY"),
        "code-mapped-twice" => Task.WhenAll(desk.MapAsync(deal.Account, "HARB01"), desk.MapAsync("123", "HARB01")),
        "currency-differs" => desk.MapAsync(deal.Account, "HARB03"),
        "customer-inactive" => Task.WhenAll(
            desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB01", Status = "Inactive" }), desk.MapAsync(deal.Account, "HARB01")),
        _ => desk.InCrmAsync("Quotes", new { id = deal.Quote, Deal_Name = (object?)null }),
    };
}
