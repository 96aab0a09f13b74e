namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_an_order_is_shipped : Agent
{
    private static readonly object Order = new { SalesOrderNo = "0000001" };
    private static readonly string[] Tracking = ["1Z999"];

    [Fact]
    public async Task Its_packages_stand_on_the_invoice_and_then_in_history()
    {
        await OpenAsync();
        var said = await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/ship", new { trackingIds = Tracking, shipVia = "UPS" });
        var invoice = said["invoice"]!.GetValue<string>();
        Assert.Equal("UPS", Text(await ReadAsync("SO_Invoice", new { InvoiceNo = invoice }), "ShipVia"));
        Assert.Equal("1Z999", Text(await ReadAsync("SO_InvoiceTracking", new { InvoiceNo = invoice, PackageNo = "0001" }), "TrackingID"));
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal("not_found", Outcome(await ReadAsync("SO_SalesOrder", Order)));
        var key = new { InvoiceNo = invoice, HeaderSeqNo = "0" };
        Assert.Equal("0000001", Text(await ReadAsync("AR_InvoiceHistory", key), "SalesOrderNo"));
        Assert.Equal("1Z999", Text(await ReadAsync("AR_InvoiceHistoryTracking",
            new { InvoiceNo = invoice, HeaderSeqNo = "0", PackageNo = "1" }), "TrackingID"));
    }

    [Fact]
    public async Task A_part_of_it_stays_open_and_all_invoices_together_are_its_total()
    {
        await OpenAsync(new { ARDivisionNo = "01", CustomerNo = "ZC1", FreightAmt = 5.5m, SalesTaxAmt = 4.21m });
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { quantities = new Dictionary<string, decimal> { ["000001"] = 5 } });
        var line = (await ReadAsync("SO_SalesOrder", Order))["record"]!["Lines"]![0]!;
        Assert.Equal((5m, 7m), (line["QuantityShipped"]!.GetValue<decimal>(), line["QuantityBackordered"]!.GetValue<decimal>()));
        Assert.Equal(7m, await CommittedAsync());
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        var ended = await ReadAsync("SO_SalesOrderHistory", Order);
        Assert.Equal(("C", 51m + 5.5m + 4.21m), (Text(ended, "OrderStatus"), Number(ended, "InvoicedAmt")));
        var customer = await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "ZC1" });
        Assert.Equal((0m, 60.71m, 0m), (Number(customer, "OpenOrderAmt"), Number(customer, "CurrentBalance"), await CommittedAsync()));
    }

    [Fact]
    public async Task It_cannot_be_cancelled_while_it_is_in_invoice_entry()
    {
        await OpenAsync();
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/ship", new { });
        Assert.Equal("Sales Order 0000001 is in invoice 0000001.", Message(await WriteAsync("SO_SalesOrder", "delete", Order, null)));
        Assert.Equal("written", Outcome(await WriteAsync("SO_Invoice", "delete", new { InvoiceNo = "1" }, null)));
        Assert.Equal("written", Outcome(await WriteAsync("SO_SalesOrder", "delete", Order, new { CancelReasonCode = "CUST" })));
        Assert.Equal("CUST", Text(await ReadAsync("SO_SalesOrderHistory", Order), "CancelReasonCode"));
    }

    [Fact]
    public async Task The_quantity_cannot_fall_below_what_was_shipped()
    {
        await OpenAsync();
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { quantities = new Dictionary<string, decimal> { ["000001"] = 5 } });
        var less = await WriteAsync("SO_SalesOrder", "update", Order, null, new[] { new { LineKey = "000001", QuantityOrdered = 4 } });
        Assert.Equal("Quantity Ordered of line 000001 is less than what was shipped", Message(less));
    }

    private async Task OpenAsync(object? values = null)
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1", values);
    }
}
