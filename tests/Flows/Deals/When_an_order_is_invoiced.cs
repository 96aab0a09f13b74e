using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_an_order_is_invoiced
{
    [Fact]
    public async Task The_deal_shows_the_invoice_and_what_is_paid_of_it()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.WinAsync();
        var order = Assert.Single(await desk.OrdersAsync());
        await desk.LookForInvoicesAsync();
        Assert.Null((await desk.CrmAsync("Deals", deal.Id)).Find("Sage_Invoice_Number"));

        await world.PostAsync($"/_sandbox/sage-300/orders/{order.Text("OrderNumber")}/invoice", new { dayEnd = false });
        await desk.LookForInvoicesAsync();
        var invoiced = await desk.ShownAsync(deal, shown => shown.Find("Sage_Invoice_Number") is not null);
        Assert.Equal(("Invoiced", null), (invoiced.Text("Sage_Invoice_Status"), invoiced.Find("Sage_Invoice_Total")));

        await world.PostAsync("/_sandbox/sage-300/day-end", new { });
        await desk.LookForInvoicesAsync(full: false);
        var posted = await desk.ShownAsync(deal, shown => shown.Find("Sage_Invoice_Total") is not null);
        Assert.Equal((51m, 51m, "Invoiced"), (posted.Amount("Sage_Invoice_Total"), posted.Amount("Sage_Invoice_Due"),
            posted.Text("Sage_Invoice_Status")));

        await PayAsync(world, order.Text("CustomerNumber")!, posted.Text("Sage_Invoice_Number")!, 20);
        await desk.LookForInvoicesAsync(full: false);
        var part = await desk.ShownAsync(deal, shown => shown.Text("Sage_Invoice_Status") == "Partly paid");
        Assert.Equal(31m, part.Amount("Sage_Invoice_Due"));

        await PayAsync(world, order.Text("CustomerNumber")!, posted.Text("Sage_Invoice_Number")!, null);
        await desk.LookForInvoicesAsync(full: false);
        Assert.Equal(0m, (await desk.ShownAsync(deal, shown => shown.Text("Sage_Invoice_Status") == "Paid"))
            .Amount("Sage_Invoice_Due"));
        await desk.OverAsync($"dealinv-{deal.Id}-1");
        var calls = await world.CallsAsync("zoho-crm");
        await desk.LookForInvoicesAsync();
        Assert.Equal(calls, await world.CallsAsync("zoho-crm"));
    }

    private static Task PayAsync(World world, string customer, string document, decimal? amount) =>
        world.PostAsync("/_sandbox/sage-300/receipts", amount is null ? new { customer, document }
            : new { customer, document, amount });
}
