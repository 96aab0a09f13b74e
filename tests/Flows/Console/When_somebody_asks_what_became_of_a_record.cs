using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

public sealed class When_somebody_asks_what_became_of_a_record
{
    [BrowserFact]
    public async Task Its_way_from_payment_to_Sage_is_shown_and_the_audit_proves_that_nobody_touched_it()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        var order = (await world.SettledAsync(paid)).SalesOrders[0].GetProperty("salesorder_id").GetString();
        await world.ListedAsync("so2sage-" + order, "sales-order-to-sage", "done");
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.SeesAsync("[aria-label=Balance] .badge", "agrees");
        await browser.SeesAsync(".calm", "Nothing");
        await browser.GoAsync("#/runs/" + paid.RunId);
        await browser.SeesAsync("tbody th", "read the order");
        await browser.GoAsync("#/audit?key=" + paid.PaymentIntent);
        await browser.SeesAsync("#lineage td", "zoho-inventory.invoice/");
        await browser.SeesAsync("#lineage td", "sage-100.salesorder/");
        await browser.SeesAsync("#lineage td", "order-to-zoho-invoice@");
        await browser.ClickAsync("#verify");

        await browser.SeesAsync(".good", "none was changed, removed or moved");
    }

    [BrowserFact]
    public async Task Runs_are_narrowed_down_by_flow_state_and_time()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        var order = (await world.SettledAsync(paid)).SalesOrders[0].GetProperty("salesorder_id").GetString();
        await world.ListedAsync("so2sage-" + order, "sales-order-to-sage", "done");
        await using var browser = await Desk.SignedInAsync(world, "Ana");

        await browser.GoAsync("#/runs");
        await browser.SeesAsync("caption", "of all flows");
        Assert.Equal(2, await browser.CountAsync("tbody tr"));
        await browser.GoAsync("#/runs?flow=sales-order-to-sage&state=done");
        await browser.SeesAsync("caption", "Sales orders into Sage, done");
        Assert.Equal(1, await browser.CountAsync("tbody tr"));
        await browser.GoAsync("#/runs?from=2099-01-01T00%3A00");

        await browser.SeesAsync(".empty", "No run is like that.");
    }
}
