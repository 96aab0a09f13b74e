using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Items;

public sealed class When_an_order_names_an_item_that_Zoho_lacks
{
    [Fact]
    public async Task The_item_is_made_where_the_company_wants_that()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:CreateMissingItems", "true"));
        var items = new ItemDesk(world);
        await world.StockAsync("CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "done");

        var made = (await items.InZohoAsync("BTL-1L"))!.Value;
        Assert.Equal(("Steel bottle 1L", 30m), (made.GetProperty("name").GetString(), made.GetProperty("rate").GetDecimal()));
    }

    [Fact]
    public async Task Orders_that_name_it_at_the_same_time_make_one_item()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:CreateMissingItems", "true"));
        var paid = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => world.CheckoutAsync(Orders.Simple($"WEB-{n}", $"ana{n}@example.net"))));
        foreach (var each in paid) await world.RunAsync(each.RunId, "done");
        Assert.NotNull(await new ItemDesk(world).InZohoAsync("BTL-1L"));
    }

    [Fact]
    public async Task A_price_in_another_currency_is_not_the_item_s()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:CreateMissingItems", "true"));
        var paid = await world.CheckoutAsync(Orders.Simple(currency: "eur"));
        await world.RunAsync(paid.RunId, "done");
        Assert.Equal(0m, (await new ItemDesk(world).InZohoAsync("BTL-1L"))!.Value.GetProperty("rate").GetDecimal());
    }
}
