using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

public sealed class When_money_is_given_back_in_Stripe
{
    [Theory]
    [InlineData("gbp")]
    [InlineData("jpy")]
    [InlineData("kwd")]
    public async Task The_whole_order_becomes_one_refunded_credit_note_with_its_goods(string currency)
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"), ("Isthmus:OrderToCash:ForwardToSage", "false"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.With("currency", currency, "lines", Lines()));
        await world.RunAsync(paid.RunId, "done");
        var refund = await world.RefundAsync(paid);
        await world.RunAsync("refund-" + refund, "done");

        var ledger = await world.LedgerAsync();
        var note = Assert.Single(ledger.Zoho("creditnotes"));
        Assert.Equal(("closed", 5m, refund), (Desk.Text(note, "status"), Desk.Amount(note, "quantity"), Desk.Text(note, "reference_number")));
        Assert.Equal(Desk.Amount(ledger.Invoices[0], "total"), Desk.Amount(note, "total"));
        Assert.Equal(refund, Desk.Text(Assert.Single(ledger.Zoho("creditnote_refunds")), "reference_number"));
        Assert.Empty(ledger.Zoho("salesreturns"));

        static object Lines() => new[]
        {
            new { sku = "BTL-1L", description = "Steel bottle 1L", quantity = 3, unitAmount = 3000 },
            new { sku = "CUP-2", description = "Cup", quantity = 2, unitAmount = 250 },
        };
    }

    [Fact]
    public async Task Several_partial_refunds_are_each_credited_to_the_cent()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        string[] refunds = [await world.RefundAsync(paid, 1), await world.RefundAsync(paid, 3333), await world.RefundAsync(paid, 700)];
        foreach (var refund in refunds) await world.RunAsync("refund-" + refund, "done");

        var notes = (await world.LedgerAsync()).Zoho("creditnotes");
        Assert.Equal([0.01m, 7.00m, 33.33m], notes.Select(note => Desk.Amount(note, "total")).Order());
        Assert.All(notes, note => Assert.Equal("closed", Desk.Text(note, "status")));
    }

    [Fact]
    public async Task Shipped_goods_are_announced_and_stock_comes_back_only_when_they_are_received()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        var order = Desk.Text((await world.LedgerAsync()).SalesOrders[0], "salesorder_id");
        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{order}/ship", new { });
        var shipped = await StockAsync(world);
        var refund = await world.RefundAsync(paid, 3255, new { returned = "BTL-1L:1,CUP-2:1" });
        await world.RunAsync("refund-" + refund, "done");
        var ledger = await world.LedgerAsync();
        var back = Assert.Single(ledger.Zoho("salesreturns"));
        Assert.Equal(shipped, await StockAsync(world));

        await world.PostAsync($"/_sandbox/zoho-inventory/salesreturns/{Desk.Text(back, "salesreturn_id")}/receive", new { });

        Assert.Equal(shipped + 2, await StockAsync(world));
        Assert.Equal(32.55m, Desk.Amount(Assert.Single(ledger.Zoho("creditnotes")), "total"));
        Assert.Single((await world.LedgerAsync()).Zoho("creditnotes"));
    }

    [Fact]
    public async Task A_refund_waits_for_the_order_to_arrive()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        var refund = await world.RefundAsync(paid, 500);
        await world.RunAsync("refund-" + refund, "waiting");
        await world.StockAsync("CUP-2");

        (await world.App.PostAsync($"/api/dead-letters/{paid.RunId}/resubmit", null)).EnsureSuccessStatusCode();

        await world.RunAsync("refund-" + refund, "done");
        Assert.Equal(5m, Desk.Amount(Assert.Single((await world.LedgerAsync()).Zoho("creditnotes")), "total"));
    }

    [Fact]
    public async Task A_pending_refund_is_booked_when_it_succeeds_and_not_when_it_fails()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        var good = await world.RefundAsync(paid, 500, status: "pending");
        var bad = await world.RefundAsync(paid, 600, status: "pending");
        await world.RunAsync("refund-" + good, "waiting");
        await world.RunAsync("refund-" + bad, "waiting");

        await world.SettleRefundAsync(good, succeed: true);
        await world.SettleRefundAsync(bad, succeed: false);

        await world.RunAsync("refund-" + good, "done");
        await world.RunAsync("refund-" + bad, "ignored");
        Assert.Equal(5m, Desk.Amount(Assert.Single((await world.LedgerAsync()).Zoho("creditnotes")), "total"));
    }

    [Fact]
    public async Task A_refund_that_the_bank_sends_back_later_is_taken_back_and_left_to_a_person()
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", "none"));
        var paid = await world.SoldAsync();
        var refund = await world.RefundAsync(paid, 500);
        await world.RunAsync("refund-" + refund, "done");

        await world.SettleRefundAsync(refund, succeed: false);

        await world.RunAsync("refund-" + refund, "deadLettered");
        var ledger = await world.LedgerAsync();
        Assert.Empty(ledger.Zoho("creditnote_refunds"));
        Assert.Equal("open", Desk.Text(Assert.Single(ledger.Zoho("creditnotes")), "status"));
    }

    [Theory]
    [InlineData("creditMemo", 1, 0)]
    [InlineData("returnOrder", 0, 1)]
    public async Task Sage_gets_what_the_company_wants(string posting, int memos, int returns)
    {
        await using var world = await World.StartAsync(("Isthmus:Refunds:SagePosting", posting));
        var paid = await world.SoldAsync();
        await world.RunAsync("refund-" + await world.RefundAsync(paid), "done");
        var note = Desk.Text(Assert.Single((await world.LedgerAsync()).Zoho("creditnotes")), "creditnote_id");

        await world.RunAsync("cn2sage-" + note, "done");

        var ledger = await world.LedgerAsync();
        var back = ledger.Root.GetProperty("sage-100").GetProperty("returns");
        Assert.Equal((memos, returns), (ledger.CreditMemos().Count, back.GetArrayLength()));
        Assert.All(ledger.CreditMemos(), memo => Assert.Equal(95.10m, Math.Abs(Desk.Amount(memo, "Total"))));
    }

    private static async Task<decimal> StockAsync(World world) =>
        (await world.LedgerAsync()).Zoho("items").Sum(item => Desk.Amount(item, "physical_stock"));
}
