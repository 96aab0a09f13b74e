namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_an_order_lives_and_ends : Agent
{
    private static readonly object Number1 = new { SalesOrderNo = "0000001" };

    [Fact]
    public async Task An_open_order_commits_stock_and_a_posted_one_takes_it()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        Assert.Equal(12m, await CommittedAsync());
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        var stock = await ReadAsync("IM_ItemWarehouse", new { ItemCode = "GASKET-12", WarehouseCode = "000" });
        Assert.Equal((0m, 88m), (Number(stock, "QuantityOnSalesOrder"), Number(stock, "QuantityOnHand")));
    }

    [Fact]
    public async Task An_order_in_invoice_entry_is_open_and_shows_its_invoice()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/invoice", new { });
        var order = await ReadAsync("SO_SalesOrder", Number1);
        Assert.Equal(("O", "0000001"), (Text(order, "OrderStatus"), Text(order, "CurrentInvoiceNo")));
        Assert.Equal(12m, order["record"]!["Lines"]![0]!["QuantityShipped"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_completed_order_leaves_the_open_orders_for_history()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        Assert.Equal("not_found", Outcome(await ReadAsync("SO_SalesOrder", Number1)));
        Assert.Equal("C", Text(await ReadAsync("SO_SalesOrderHistory", Number1), "OrderStatus"));
    }

    [Fact]
    public async Task A_deleted_order_frees_its_stock_and_its_number_is_not_given_again()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        Assert.Equal("written", Outcome(await WriteAsync("SO_SalesOrder", "delete", Number1, null)));
        Assert.Equal(0m, await CommittedAsync());
        Assert.Equal("X", Text(await ReadAsync("SO_SalesOrderHistory", Number1), "OrderStatus"));
        Assert.Equal("Sales Order 0000001 already exists in sales order history.", Message(await OrderAsync("1")));
    }

    [Fact]
    public async Task What_left_the_open_orders_is_not_there_to_be_changed_or_deleted()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        Assert.Equal("not_found", Outcome(await WriteAsync("SO_SalesOrder", "update", Number1, new { ShipVia = "UPS" })));
        Assert.Equal("not_found", Outcome(await WriteAsync("SO_SalesOrder", "delete", Number1, null)));
    }

    [Fact]
    public async Task The_counter_never_goes_back()
    {
        Assert.Equal("0000001", (await CallAsync("numbers", new { @object = "SO_SalesOrder" }))["number"]!.GetValue<string>());
        await CustomerAsync("ZC1");
        await OrderAsync("2");
        Assert.Equal("0000003", (await CallAsync("numbers", new { @object = "SO_SalesOrder" }))["number"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_customer_with_open_orders_is_not_deleted()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        var key = new { ARDivisionNo = "01", CustomerNo = "ZC1" };
        Assert.Equal("refused", Outcome(await WriteAsync("AR_Customer", "delete", key, null)));
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        Assert.Equal("written", Outcome(await WriteAsync("AR_Customer", "delete", key, null)));
    }
}
