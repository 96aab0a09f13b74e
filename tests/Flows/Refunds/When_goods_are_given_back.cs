using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

public sealed class When_goods_are_given_back
{
    [Fact]
    public async Task Goods_that_never_left_are_taken_off_their_order_and_move_no_stock()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        var before = await StockAsync(world);

        await world.RunAsync("refund-" + await world.RefundAsync(paid), "done");

        Assert.Equal(before, await StockAsync(world));
        Assert.Equal([3m, 2m], await OrderedAsync(world, "quantity_cancelled"));
    }

    [Fact]
    public async Task Of_an_order_that_left_in_part_the_rest_is_cancelled_and_only_what_left_is_expected_back()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        await ShipAsync(world, 1);
        var before = await StockAsync(world);

        await world.RunAsync("refund-" + await world.RefundAsync(paid), "done");

        Assert.Equal(before, await StockAsync(world));
        Assert.Equal([2m, 1m], await OrderedAsync(world, "quantity_cancelled"));
        Assert.Equal([1m, 1m], await OrderedAsync(world, "quantity_returned"));
        Assert.Equal(95.10m, Desk.Amount(Assert.Single((await world.LedgerAsync()).Zoho("creditnotes")), "total"));
    }

    [Fact]
    public async Task Two_refunds_at_once_that_name_the_same_article_take_different_units()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.StockAsync("BTL-1L");
        var line = new { sku = "BTL-1L", description = "Steel bottle 1L", quantity = 1, unitAmount = 3000 };
        var paid = await world.CheckoutAsync(Orders.With("lines", new[] { line, line }));
        await world.SettledAsync(paid);
        await ShipAsync(world, 1);

        var refunds = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.RefundAsync(paid, 3000, new { returned = "BTL-1L:1" })));

        foreach (var refund in refunds) await world.RunAsync("refund-" + refund, "done");
        Assert.Equal([1m, 1m], await OrderedAsync(world, "quantity_returned"));
        Assert.Equal(2, (await world.LedgerAsync()).Zoho("salesreturns").Count);
    }

    [Fact]
    public async Task What_is_named_beyond_what_is_left_gives_back_money_only()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();

        foreach (var amount in new[] { 6000, 2500 })
            await world.RunAsync("refund-" + await world.RefundAsync(paid, amount, new { returned = "BTL-1L:2" }), "done");

        Assert.Equal([3m, 0m], await OrderedAsync(world, "quantity_cancelled"));
        Assert.Equal([25m, 60m], (await world.LedgerAsync()).Zoho("creditnotes").Select(note => Desk.Amount(note, "total")).Order());
    }

    private static async Task ShipAsync(World world, int each)
    {
        var order = Desk.Text((await world.LedgerAsync()).SalesOrders[0], "salesorder_id");
        var lines = (await LinesAsync(world)).Select(line => new { line_item_id = Desk.Text(line, "line_item_id"), quantity = each });
        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", new { lines });
    }

    private static async Task<IEnumerable<decimal>> OrderedAsync(World world, string count) =>
        (await LinesAsync(world)).Select(line => Desk.Amount(line, count));

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> LinesAsync(World world)
    {
        var order = Desk.Text((await world.LedgerAsync()).SalesOrders[0], "salesorder_id");
        var shown = await world.ByHandAsync("GET", $"/salesorders/{order}", new { });
        return [.. shown.GetProperty("salesorder").GetProperty("line_items").EnumerateArray()];
    }

    private static async Task<decimal> StockAsync(World world) =>
        (await world.LedgerAsync()).Zoho("items").Sum(item => Desk.Amount(item, "physical_stock"));
}
