using System.Text.Json;
using Isthmus.Flows.Tests.Disputes;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

public sealed class When_goods_are_ordered_in_Sage : IAsyncLifetime
{
    private World world = null!;
    private BuyingDesk desk = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(BuyingDesk.Direction(BuyingDesk.SageToZoho));
        desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        await desk.OrderInSageAsync(("BTL-1L", 10), ("CUP-2", 4));
        await world.RestAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Zoho_has_the_order_issued_to_its_vendor_and_looking_again_costs_no_write()
    {
        var order = await OrderAsync();
        Assert.Equal(("SPO-0000001", "issued", "Leith Glass"),
            (Desk.Text(order, "purchaseorder_number"), Desk.Text(order, "status"), Desk.Text(order, "vendor_name")));
        Assert.Equal(("BTL-1L 0/10, CUP-2 0/4", 35m), (order.Quantities(), Desk.Amount(order, "total")));
        Assert.Equal(0, await desk.LookAsync(full: true));
    }

    [Fact]
    public async Task What_changes_in_Sage_changes_in_Zoho()
    {
        await desk.ChangeInSageAsync(BuyingDesk.No, 0, 12);
        await world.RestAsync();
        Assert.Equal("BTL-1L 0/12, CUP-2 0/4", (await OrderAsync()).Quantities());
    }

    [Fact]
    public async Task What_is_received_in_parts_in_Sage_is_received_in_parts_in_Zoho()
    {
        await desk.ReceiveInSageAsync(BuyingDesk.No, 0, 4);
        await world.RestAsync();
        Assert.Equal(("BTL-1L 4/10, CUP-2 0/4", "partially_received"), await StandsAsync());

        await desk.ReceiveInSageAsync(BuyingDesk.No, 0, 6);
        await desk.ReceiveInSageAsync(BuyingDesk.No, 1, 4);
        await world.RestAsync();
        Assert.Equal(("BTL-1L 10/10, CUP-2 4/4", "received"), await StandsAsync());
        var receives = (await world.LedgerAsync()).Zoho("purchasereceives").Select(receive => Desk.Text(receive, "receive_number"));
        Assert.Equal(["SPR-0000001", "SPR-0000002", "SPR-0000003"], receives.Order());
    }

    [Fact]
    public async Task What_is_received_in_Zoho_is_entered_in_Sage_once_and_does_not_come_back()
    {
        await desk.ReceiveInZohoAsync(await IdAsync(), 0, 7);
        await EnteredAsync(1);
        await desk.PostReceiptsAsync();
        await world.RestAsync();
        var ledger = await world.LedgerAsync();
        Assert.Equal("BTL-1L 7/10, CUP-2 0/4", ledger.InSage(BuyingDesk.No));
        Assert.Equal(("BTL-1L 7/10, CUP-2 0/4", "partially_received"), await StandsAsync());
        Assert.Single(ledger.Sage("receipts"));
        Assert.Single(ledger.Zoho("purchasereceives"));
    }

    [Fact]
    public async Task A_receive_that_is_corrected_or_deleted_in_Zoho_takes_its_entry_along()
    {
        var receive = await desk.ReceiveInZohoAsync(await IdAsync(), 0, 7);
        await EnteredAsync(1);
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        var line = await desk.LineIdAsync(await IdAsync(), 0);
        await world.ByHandAsync("PUT", $"/purchasereceives/{receive}", new { line_items = new[] { new { line_item_id = line, quantity = 5 } } });
        await Patience.UntilAsync<bool>(
            async () => (await world.LedgerAsync()).Sage("receipts") is [var entered] && Received(entered) == 5 ? true : null,
            async () => await world.App.GetStringAsync("/api/runs/po2zoho-0000001"));

        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        await world.ByHandAsync("DELETE", $"/purchasereceives/{receive}", new { });
        await EnteredAsync(0);
    }

    [Fact]
    public async Task A_receive_without_its_webhook_is_found_by_the_sweep()
    {
        await world.Sandbox.DeleteAsync("/_sandbox/zoho-inventory/webhooks");
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        await desk.ReceiveInZohoAsync(await IdAsync(), 1, 2);
        await world.RestAsync();
        Assert.Single((await world.LedgerAsync()).Sage("receipts"));
    }

    [Fact]
    public async Task An_order_that_is_given_up_is_cancelled_in_Zoho()
    {
        await desk.CancelInSageAsync(BuyingDesk.No);
        await world.RestAsync();
        Assert.Equal("cancelled", Desk.Text(await OrderAsync(), "status"));
    }

    [Fact]
    public async Task More_than_was_ordered_waits_for_a_person_and_goes_on_when_it_is_cured()
    {
        var receive = await desk.ReceiveInZohoAsync(await IdAsync(), 1, 3);
        await EnteredAsync(1);
        await desk.ReceiveInSageAsync(BuyingDesk.No, 1, 4);
        await desk.LookAsync();
        await world.RunAsync("po2zoho-" + BuyingDesk.No, "deadLettered");
        Assert.Single(await world.LettersAsync());

        await world.ByHandAsync("DELETE", $"/purchasereceives/{receive}", new { });
        await world.App.PostAsync("/api/dead-letters/po2zoho-0000001/resubmit", null);
        await Patience.UntilAsync<bool>(async () => (await world.LettersAsync()).Any() ? null : true);
        Assert.Equal("BTL-1L 0/10, CUP-2 4/4", (await OrderAsync()).Quantities());
    }

    [Fact]
    public async Task An_item_that_Zoho_lacks_is_named_and_the_order_goes_on_when_it_is_there()
    {
        await world.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "JUG-4", description = "Jug", price = 1.0, stock = 0 } });
        await desk.OrderInSageAsync("0000002", [("JUG-4", 1)]);
        await desk.LookAsync();
        await world.RunAsync("po2zoho-0000002", "deadLettered");
        var failure = Assert.Single(await world.LettersAsync()).GetProperty("failure");
        Assert.Equal(("item-missing", "Zoho has no item for 'JUG-4'."), (Desk.Text(failure, "code"), Desk.Text(failure, "message")));

        await world.StockAsync("JUG-4");
        await world.App.PostAsync("/api/dead-letters/po2zoho-0000002/resubmit", null);
        await world.RunAsync("po2zoho-0000002", "done", "deadLettered");
        await world.RestAsync();
        Assert.Equal(2, (await world.LedgerAsync()).Zoho("purchaseorders").Count);
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task Templates_and_orders_that_were_over_before_are_left_alone()
    {
        await desk.OrderInSageAsync("0000002", [("BTL-1L", 1)], type: "M");
        await world.RestAsync();
        Assert.Single((await world.LedgerAsync()).Zoho("purchaseorders"));
        Assert.Equal("ignored", Desk.Text((await world.RunAsync("po2zoho-0000002", "ignored")).GetProperty("run"), "state"));
    }

    private async Task<string> IdAsync() => Desk.Text(Assert.Single((await world.LedgerAsync()).Zoho("purchaseorders")), "purchaseorder_id");

    private async Task<JsonElement> OrderAsync() => await desk.InZohoAsync(await IdAsync());

    private async Task<(string, string)> StandsAsync() =>
        (await OrderAsync()) is var order ? (order.Quantities(), Desk.Text(order, "status")) : default;

    private Task<bool> EnteredAsync(int count) => Patience.UntilAsync<bool>(async () =>
        (await world.LedgerAsync()).Sage("receipts").Count == count ? true : null);

    private static decimal Received(JsonElement receipt) =>
        receipt.GetProperty("Lines").EnumerateArray().Sum(line => Desk.Amount(line, "QuantityReceived"));
}
