namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_deal_holds_odd_things
{
    /// <summary>Sixty letters are a customer's name; the last sign is two.</summary>
    private static readonly string Cut = new string('x', 59) + "😀";

    [Fact]
    public async Task Names_in_every_script_become_customers_as_they_are_and_never_half_a_sign()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        foreach (var name in new[] { "株式会社ポンプ", "شركة المضخات", "O'Brien & \"Sons\" <Ltd>", "Straße Ångström Łódź", Cut })
        {
            var account = (await desk.InCrmAsync("Accounts", new { Account_Name = name }))[0];
            var deal = await desk.SellAsync(SalesDesk.Won, account: account);
            await desk.TellAndWaitAsync(deal);
            await world.RunAsync(deal.Run, "done");
        }
        Assert.Equal(
            ["O'Brien & \"Sons\" <Ltd>", "Straße Ångström Łódź", Cut[..59], "شركة المضخات", "株式会社ポンプ"],
            (await desk.BooksAsync("ARCustomers")).Select(customer => customer.Text("CustomerName")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-08", "Pacific/Kiritimati")]
    [InlineData("2026-10-25", "Pacific/Pago_Pago")]
    [InlineData("2028-02-29", "Europe/Berlin")]
    public async Task The_day_it_closed_is_the_order_s_wherever_the_books_are_kept(string day, string zone)
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-300"] = new { timeZone = zone } });
        var deal = await desk.SellAsync();
        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Won, Closing_Date = day });
        await world.RunAsync(deal.Run, "done");
        Assert.StartsWith(day, Assert.Single(await desk.OrdersAsync()).Text("OrderDate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_cut_and_a_product_code_that_is_too_long_is_named()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync();
        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Won, Deal_Name = new string('d', 120) });
        await world.RunAsync(deal.Run, "done");
        Assert.Equal(new string('d', 60), Assert.Single(await desk.OrdersAsync()).Text("OrderDescription"));

        var odd = await desk.SellAsync(account: deal.Account);
        var code = new string('P', 100);
        await desk.InCrmAsync("Products", new { id = odd.Product, Product_Code = code });
        await desk.ChangeAndTellAsync(odd, new { Stage = SalesDesk.Won });
        await world.RunAsync(odd.Run, "deadLettered");

        var failure = (await desk.LetterAsync(odd))!.Value.GetProperty("failure");
        Assert.Equal(("item-missing", "lines.sku"), (failure.Text("code"), failure.Text("field")));
        Assert.Contains(code, failure.Text("message"), StringComparison.Ordinal);
        Assert.Contains("item-aliases.yaml", failure.Text("cure"), StringComparison.Ordinal);
    }
}
