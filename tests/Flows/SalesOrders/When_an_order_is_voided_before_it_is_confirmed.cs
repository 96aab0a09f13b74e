using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.SalesOrders;

public sealed class When_an_order_is_voided_before_it_is_confirmed
{
    [Fact]
    public async Task Its_run_waits_no_longer_and_nothing_comes_to_Sage()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L");
        var order = await DraftAsync(world);
        await world.RunAsync("so2sage-" + order, "waiting");

        await world.ByHandAsync("POST", $"/salesorders/{order}/status/void", new { });

        var run = await world.RunAsync("so2sage-" + order, "ignored");
        Assert.Contains("void", run.GetProperty("run").GetProperty("outcome").GetString());
        Assert.Empty((await world.LedgerAsync()).SageOrders);
    }

    private static async Task<string> DraftAsync(World world)
    {
        var contact = await world.ByHandAsync("POST", "/contacts", new { contact_name = "Porto Cafe" });
        var item = (await world.LedgerAsync()).Zoho("items").Single();
        var order = await world.ByHandAsync("POST", "/salesorders", new
        {
            customer_id = Desk.Text(contact.GetProperty("contact"), "contact_id"),
            line_items = new[] { new { item_id = Desk.Text(item, "item_id"), quantity = 2, rate = 10 } },
        });
        return Desk.Text(order.GetProperty("salesorder"), "salesorder_id");
    }
}
