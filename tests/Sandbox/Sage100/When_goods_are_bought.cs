using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_goods_are_bought : Agent
{
    private static readonly object Key = new { PurchaseOrderNo = "0000001" };

    [Fact]
    public async Task An_order_takes_its_vendors_name_and_is_expected_in_stock()
    {
        var order = await BuyAsync();
        Assert.Equal(("written", "N", "Acme Supply", "30"), (Outcome(order), Text(order, "OrderStatus"), Text(order, "PurchaseName"),
            Text(order, "TermsCode")));
        Assert.Equal((25m, 10m), (Number(order, "NonTaxableAmt"), await StockAsync("QuantityOnPurchaseOrder")));
    }

    [Fact]
    public async Task A_posted_receipt_raises_stock_and_moves_the_order_on_until_it_is_complete()
    {
        await BuyAsync();
        Assert.Equal("written", Outcome(await ReceiveAsync("1", 4)));
        Assert.Equal(100m, await StockAsync("QuantityOnHand"));
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal((104m, 6m, "B"), (await StockAsync("QuantityOnHand"), await StockAsync("QuantityOnPurchaseOrder"), await StatusAsync()));
        await ReceiveAsync("2", 6);
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal((110m, 0m, "X"), (await StockAsync("QuantityOnHand"), await StockAsync("QuantityOnPurchaseOrder"), await StatusAsync()));
        Assert.Equal("Purchase Order 0000001 is complete.", Message(await ReceiveAsync("3", 1)));
    }

    [Fact]
    public async Task More_than_is_open_is_received_with_a_warning()
    {
        await BuyAsync();
        Assert.Equal("written_with_warning", Outcome(await ReceiveAsync("1", 11)));
    }

    [Fact]
    public async Task A_line_is_added_once_by_the_callers_name_for_it()
    {
        await BuyAsync();
        var more = new[] { new { ItemCode = "GASKET-12", UDF_EXTERNAL_LINE = "zoho:2", QuantityOrdered = 5 } };
        await WriteAsync("PO_PurchaseOrder", "update", Key, null, more);
        var again = await WriteAsync("PO_PurchaseOrder", "update", Key, null, more);
        Assert.Equal(2, again["record"]!["Lines"]!.AsArray().Count);
        Assert.Equal(15m, await StockAsync("QuantityOnPurchaseOrder"));
    }

    [Fact]
    public async Task A_cancelled_order_frees_what_was_expected_and_stays_in_history()
    {
        await BuyAsync();
        Assert.Equal("written", Outcome(await WriteAsync("PO_PurchaseOrder", "delete", Key, new { CancelReasonCode = "OTHER" })));
        Assert.Equal(0m, await StockAsync("QuantityOnPurchaseOrder"));
        var history = await ReadAsync("PO_PurchaseOrderHistory", Key);
        Assert.Equal(("X", "OTHER"), (Text(history, "OrderStatus"), Text(history, "CancelReasonCode")));
        Assert.Equal("refused", Outcome(await BuyAsync()));
    }

    [Fact]
    public async Task Release_2025_wants_a_reason()
    {
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { release = "2025" } });
        await BuyAsync();
        Assert.Equal("The Cancel Reason Code is required", Message(await WriteAsync("PO_PurchaseOrder", "delete", Key, null)));
    }

    [Fact]
    public async Task An_order_with_receipts_is_closed_and_not_deleted()
    {
        await BuyAsync();
        await Sandbox.PostAsync("/_sandbox/sage-100/purchase-orders/1/receive",
            new { quantities = new Dictionary<string, decimal> { ["000001"] = 3 } });
        Assert.Equal("refused", Outcome(await WriteAsync("PO_PurchaseOrder", "delete", Key, null)));
        Assert.Equal("written", Outcome(await WriteAsync("PO_PurchaseOrder", "update", Key, new { OrderStatus = "X" })));
        Assert.Equal((103m, 0m), (await StockAsync("QuantityOnHand"), await StockAsync("QuantityOnPurchaseOrder")));
    }

    private Task<JsonNode> BuyAsync() => WriteAsync("PO_PurchaseOrder", "create", Key, new { APDivisionNo = "00", VendorNo = "ACME" },
        new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 10, UnitCost = 2.5m, UDF_EXTERNAL_LINE = "zoho:1" } });

    private Task<JsonNode> ReceiveAsync(string number, decimal quantity) => WriteAsync("PO_Receipt", "create", new { ReceiptNo = number },
        new { PurchaseOrderNo = "1" }, new[] { new { OrderLineKey = "1", QuantityReceived = quantity } });

    private async Task<string> StatusAsync() => Text(await ReadAsync("PO_PurchaseOrder", Key), "OrderStatus");

    private async Task<decimal> StockAsync(string column) =>
        Number(await ReadAsync("IM_ItemWarehouse", new { ItemCode = "GASKET-12", WarehouseCode = "000" }), column);
}
