namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_deal_cannot_be_ordered
{
    [Fact]
    public async Task A_missing_item_waits_for_finance_and_goes_on_when_it_is_there()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await world.PostAsync("/_sandbox/sage-300/records/IC/ICItems", new Dictionary<string,
            object> { ["$delete"] = new[] { "GASKET12" } });
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

    [Fact]
    public async Task What_nobody_can_decide_but_a_person_names_its_cure()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        foreach (var (number, group) in new[] { ("HARB01", "WHL"), ("HARB02", "WHL"), ("HARB03", "CAN"), ("HARB04", "WHL"),
            ("HARB05", "WHL") })
            await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = number, GroupCode = group,
                CustomerName = number });
        foreach (var (code, spoil) in Spoilt(desk))
        {
            var deal = await desk.SellAsync(SalesDesk.Won);
            await spoil(deal);

            await desk.TellAsync(deal.Id);
            await world.RunAsync(deal.Run, "deadLettered");

            var failure = (await desk.LetterAsync(deal))!.Value.GetProperty("failure");
            Assert.Equal(code, failure.Text("code"));
            Assert.EndsWith("resubmit.", failure.Text("cure"));
        }
        Assert.Empty(await desk.OrdersAsync());
    }

    [Fact]
    public async Task A_number_that_is_somebody_else_s_is_not_taken_for_ours()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);
        await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB01", GroupCode = "WHL",
            CustomerName = "Harbor" });
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

    private static IEnumerable<(string Code, Func<Deal, Task> Spoil)> Spoilt(SalesDesk desk) =>
    [
        ("account-mapped-twice", deal => desk.MapAsync(deal.Account, "HARB01", "HARB02")),
        ("customer-missing", deal => desk.MapAsync(deal.Account, "NOBODY")),
        ("code-mapped-twice", async deal =>
        {
            await desk.MapAsync(deal.Account, "HARB04");
            await desk.MapAsync("123", "HARB04");
        }),
        ("currency-differs", deal => desk.MapAsync(deal.Account, "HARB03")),
        ("customer-inactive", async deal =>
        {
            await desk.InBooksAsync("AR", "ARCustomers", new { CustomerNumber = "HARB05", Status = "Inactive" });
            await desk.MapAsync(deal.Account, "HARB05");
        }),
        ("no-one-quote", deal => desk.InCrmAsync("Quotes", new { id = deal.Quote, Deal_Name = (object?)null })),
    ];
}
