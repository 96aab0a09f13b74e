using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_a_deal_is_in_another_currency
{
    [Theory]
    [InlineData("CAD", 3, 33.33, 0.01, 99.98)]
    [InlineData("EUR", 7, 14.28, 0.01, 99.95)]
    [InlineData("JPY", 3, 33.5, 0, 101)]
    public async Task A_customer_of_that_currency_gets_the_order_to_the_smallest_coin(
        string currency, decimal quantity, decimal price, decimal discount, decimal total)
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await CustomerAsync(desk, "HARB03", currency);
        var deal = await SellAsync(desk, currency, quantity, price, discount, total);
        await desk.MapAsync(deal.Account, "HARB03");

        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Won });
        await world.RunAsync(deal.Run, "done");

        var order = Assert.Single(await desk.OrdersAsync());
        Assert.Equal(("HARB03", currency, total), (order.Text("CustomerNumber"), order.Text("OrderSourceCurrency"), order.Amount("OrderTotal")));
        Assert.Equal(total, (await desk.CrmAsync("Deals", deal.Id)).Amount("Sage_Order_Total"));
        Assert.Null(await desk.LetterAsync(deal));
    }

    [Fact]
    public async Task A_customer_of_another_one_gets_nothing_until_the_right_one_is_mapped()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        await CustomerAsync(desk, "HARB01", "USD");
        await CustomerAsync(desk, "HARB03", "CAD");
        var deal = await SellAsync(desk, "CAD", 12, 4.25m);
        await desk.MapAsync(deal.Account, "HARB01");

        var failure = await RefusedAsync(world, desk, deal);
        Assert.Equal(("currency-differs", "CurrencyCode"), (failure.Text("code"), failure.Text("field")));
        Assert.Equal("Customer HARB01 is kept in USD in Sage 300, and the deal is in CAD.", failure.Text("message"));
        Assert.Contains("Map the account to a customer of that currency", failure.Text("cure"), StringComparison.Ordinal);

        await UnmapAsync(world);
        await desk.MapAsync(deal.Account, "HARB03");
        await ResubmitAsync(world, deal);
        Assert.Equal(("HARB03", 51m), Only(await desk.OrdersAsync()));
    }

    [Fact]
    public async Task No_customer_is_made_in_a_currency_that_nobody_set_up()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await SellAsync(desk, "CAD", 12, 4.25m);

        var failure = await RefusedAsync(world, desk, deal);
        Assert.Equal(("referenceMissing", "@currency"), (failure.Text("class"), failure.Text("field")));
        Assert.Contains("Add it to 'sage-300-customers'", failure.Text("cure"), StringComparison.Ordinal);
        Assert.Empty(await desk.BooksAsync("ARCustomers"));
    }

    [Fact]
    public async Task A_quote_in_yet_another_one_is_not_taken_for_the_deal_s()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await SellAsync(desk, "USD", 12, 4.25m);
        await desk.InCrmAsync("Quotes", new { id = deal.Quote, Currency = "CAD" });

        var failure = await RefusedAsync(world, desk, deal);
        Assert.Equal(("priced-otherwise", "Currency"), (failure.Text("code"), failure.Text("field")));
        Assert.Equal("What was sold is priced in CAD, and the deal is in USD.", failure.Text("message"));

        await desk.InCrmAsync("Quotes", new { id = deal.Quote, Currency = "USD" });
        await ResubmitAsync(world, deal);
        Assert.Equal(51m, Assert.Single(await desk.OrdersAsync()).Amount("OrderTotal"));
    }

    [Fact]
    public async Task Products_are_priced_at_home_and_sell_nothing_abroad()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:LinesFrom", "products"));
        await using var _ = world;
        var deal = await SellAsync(desk, "CAD", 1, 4.25m);
        await desk.LinkProductAsync(deal);

        Assert.Equal("What was sold is priced in USD, and the deal is in CAD.", (await RefusedAsync(world, desk, deal)).Text("message"));
        Assert.Empty(await desk.OrdersAsync());
    }

    private static Task CustomerAsync(SalesDesk desk, string number, string currency) => desk.InBooksAsync("AR", "ARCustomers",
        new { CustomerNumber = number, GroupCode = "WHL", CustomerName = number, CurrencyCode = currency });

    /// <summary>An open deal with its quote, both in that currency.</summary>
    private static async Task<Deal> SellAsync(
        SalesDesk desk, string currency, decimal quantity, decimal price, decimal discount = 0, decimal? amount = null)
    {
        var deal = await desk.SellAsync(
            quantity: quantity, price: price, quote: new() { ["Currency"] = currency }, line: new() { ["Discount"] = discount });
        await desk.ChangeAsync(deal.Id, new { Currency = currency, Amount = amount ?? quantity * price });
        return deal;
    }

    private static async Task<JsonElement> RefusedAsync(World world, SalesDesk desk, Deal deal)
    {
        await desk.ChangeAndTellAsync(deal, new { Stage = SalesDesk.Won });
        await world.RunAsync(deal.Run, "deadLettered");
        Assert.Empty(await desk.OrdersAsync());
        return (await desk.LetterAsync(deal))!.Value.GetProperty("failure");
    }

    private static async Task ResubmitAsync(World world, Deal deal)
    {
        (await world.App.PostAsync($"/api/dead-letters/{deal.Run}/resubmit", null)).EnsureSuccessStatusCode();
        await world.RunAsync(deal.Run, "done");
    }

    private static async Task UnmapAsync(World world)
    {
        var row = (await world.App.GetFromJsonAsync<JsonElement>("/api/account-map")).GetProperty("items").EnumerateArray().Single();
        var request = new HttpRequestMessage(
            HttpMethod.Delete, $"/api/account-map?kind=customer&account={row.Text("account")}&code={row.Text("code")}");
        request.Headers.TryAddWithoutValidation("If-Match", row.Text("eTag"));
        (await world.App.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static (string?, decimal) Only(IReadOnlyList<JsonElement> orders) =>
        (Assert.Single(orders).Text("CustomerNumber"), orders[0].Amount("OrderTotal"));
}
