using Isthmus.Flows.Tests.Disputes;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Purchasing;

public sealed class When_goods_are_ordered_in_Zoho : IAsyncLifetime
{
    private World world = null!;
    private BuyingDesk desk = null!;
    private string order = "";
    private string no = "";

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(BuyingDesk.Direction(BuyingDesk.ZohoToSage), ("Isthmus:Purchasing:ReasonCode", "OTHER"));
        desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        order = await desk.OrderInZohoAsync(("BTL-1L", 10), ("CUP-2", 4));
        await world.RunAsync("po2sage-" + order, "done");
        no = Desk.Text(Assert.Single((await world.LedgerAsync()).Sage("purchaseOrders")), "PurchaseOrderNo");
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Sage_has_the_order_and_its_new_vendor_once()
    {
        await world.RestAsync();
        var ledger = await world.LedgerAsync();
        Assert.Equal("BTL-1L 0/10, CUP-2 0/4", ledger.InSage(no));
        Assert.Equal(
            ["Acme Supply", "Leith Glass", "Lothian Glass"],
            ledger.Sage("vendors").Select(vendor => Desk.Text(vendor, "VendorName")).Order());
        Assert.Equal("zoho:" + order, Desk.Text(Assert.Single(ledger.Sage("purchaseOrders")), "UDF_EXTERNAL_ID"));
    }

    [Fact]
    public async Task What_changes_in_Zoho_changes_in_Sage_and_what_is_taken_away_is_ordered_no_more()
    {
        var there = await desk.InZohoAsync(order);
        var bottles = there.GetProperty("line_items")[0];
        var mug = (await world.LedgerAsync()).Zoho("items").Single(item => Desk.Text(item, "sku") == "MUG-3");
        await world.ByHandAsync("PUT", "/purchaseorders/" + order, new
        {
            line_items = new object[]
            {
                new { line_item_id = Desk.Text(bottles, "line_item_id"), item_id = Desk.Text(bottles, "item_id"), quantity = 8, rate = 4 },
                new { item_id = Desk.Text(mug, "item_id"), quantity = 2, rate = 1 },
            },
        });
        await world.RestAsync();
        Assert.Equal("BTL-1L 0/8, MUG-3 0/2", (await world.LedgerAsync()).InSage(no));
    }

    [Fact]
    public async Task Goods_are_received_on_either_side()
    {
        await desk.ReceiveInZohoAsync(order, 0, 3);
        await Patience.UntilAsync<bool>(async () => (await world.LedgerAsync()).Sage("receipts").Count == 1 ? true : null);
        await desk.PostReceiptsAsync();
        await desk.ReceiveInSageAsync(no, 1, 4);
        await world.RestAsync();
        Assert.Equal("BTL-1L 3/10, CUP-2 4/4", (await world.LedgerAsync()).InSage(no));
        Assert.Equal("BTL-1L 3/10, CUP-2 4/4", (await desk.InZohoAsync(order)).Quantities());
        Assert.Equal(2, (await world.LedgerAsync()).Zoho("purchasereceives").Count);
    }

    [Fact]
    public async Task An_order_that_is_cancelled_leaves_Sage()
    {
        await world.ByHandAsync("POST", $"/purchaseorders/{order}/status/cancelled", new { });
        await world.RestAsync();
        var ledger = await world.LedgerAsync();
        Assert.Empty(ledger.Sage("purchaseOrders"));
        Assert.Equal("OTHER", Desk.Text(Assert.Single(ledger.Sage("purchaseHistory")), "CancelReasonCode"));
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task What_somebody_enters_in_Sage_stays_there()
    {
        await desk.OrderInSageAsync("0000099", [("BTL-1L", 1)]);
        await desk.ReceiveInSageAsync("0000099", 0, 1);
        await world.RestAsync();
        Assert.Single((await world.LedgerAsync()).Zoho("purchaseorders"));
    }
}
