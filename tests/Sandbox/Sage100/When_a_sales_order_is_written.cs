namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_a_sales_order_is_written : Agent
{
    private static readonly object Header = new { ARDivisionNo = "01", CustomerNo = "ZC1" };

    [Fact]
    public async Task It_takes_its_customers_defaults_and_is_new()
    {
        await CustomerAsync("ZC1", new { CustomerName = "Harbor Pump Co", TermsCode = "01", City = "Portland" });
        var order = await OrderAsync("4183");
        Assert.Equal(("written", "0004183", "N"), (Outcome(order), Text(order, "SalesOrderNo"), Text(order, "OrderStatus")));
        Assert.Equal(("01", "Harbor Pump Co", "Portland"),
            (Text(order, "TermsCode"), Text(order, "BillToName"), Text(order, "ShipToCity")));
    }

    [Fact]
    public async Task Its_amounts_are_the_lines_and_the_charges()
    {
        await CustomerAsync("ZC1");
        var order = await OrderAsync("1",
            new { ARDivisionNo = "01", CustomerNo = "ZC1", FreightAmt = 5.5m, DiscountAmt = 1.25m }, new object[]
        {
            new { ItemCode = "GASKET-12", QuantityOrdered = 3, UnitPrice = 1.115m },
            new { ItemCode = "/SERVICE", ItemCodeDesc = "Bank charges", ExtensionAmt = 15.00m },
            new { ItemCode = "/DISCOUNT", ExtensionAmt = -0.35m }
        });
        Assert.Equal(3.35m + 15.00m - 0.35m, Number(order, "NonTaxableAmt") + Number(order, "TaxableAmt"));
        var total = (await Sandbox.GetAsync("/_sandbox/ledger"))["sage-100"]!["orders"]![0]!["Total"]!.GetValue<decimal>();
        Assert.Equal(3.35m + 15.00m - 0.35m + 5.50m - 1.25m, total);
    }

    [Fact]
    public async Task A_tax_schedule_with_a_rate_taxes_the_goods_only()
    {
        await CustomerAsync("ZC1", new { CustomerName = "Harbor Pump Co", TaxSchedule = "CA" });
        var order = await OrderAsync("1", null, new object[]
        {
            new { ItemCode = "GASKET-12", QuantityOrdered = 10, UnitPrice = 10m },
                new { ItemCode = "/FREIGHT", ExtensionAmt = 5m }
        });
        Assert.Equal((100m, 5m, 7.25m),
            (Number(order, "TaxableAmt"), Number(order, "NonTaxableAmt"), Number(order, "SalesTaxAmt")));
    }

    [Fact]
    public async Task A_line_takes_price_unit_and_warehouse_from_its_item_and_a_key_of_its_own()
    {
        await CustomerAsync("ZC1");
        var line = (await OrderAsync("1", null,
            new object[] { new { ItemCode = "gasket-12", QuantityOrdered = 2 } }))["record"]!["Lines"]![0]!;
        Assert.Equal(("000001", "EACH", "000"), (line["LineKey"]!.GetValue<string>(), line["UnitOfMeasure"]!.GetValue<string>(),
            line["WarehouseCode"]!.GetValue<string>()));
        Assert.Equal(8.50m, line["ExtensionAmt"]!.GetValue<decimal>());
    }

    public static TheoryData<object, string> BadLines => new()
    {
        { new { ItemCode = "GASKET-99", QuantityOrdered = 1 }, "Item Code GASKET-99 is not on file." },
        { new { ItemCode = "OLD-1", QuantityOrdered = 1 }, "Item Code OLD-1 is inactive." },
        { new { QuantityOrdered = 1, ItemCode = "GASKET-12" }, "The Item Code must be entered first" },
        { new { ItemCode = "GASKET-12", QuantityOrdered = -1 }, "Quantity Ordered may not be negative" },
        { new { ItemCode = "GASKET-12", QuantityOrdered = 2, UnitPrice = 4.25m, ExtensionAmt = 8m },
            "Extension 8 does not equal quantity times unit price, 8.50" },
        { new { ItemCode = "/FREIGHT", QuantityOrdered = 1 }, "Quantity Ordered may not be entered for this item type" },
        { new { ItemCode = "/FREIGHT", ExtensionAmt = 1.005m }, "Extension Amt has more than 2 decimal(s)" },
        { new { ItemCode = "GASKET-12", WarehouseCode = "9" }, "Warehouse 009 is not on file." },
        { new { ItemCode = "GASKET-12", LineWeight = 4 }, "Line Weight is read only" }
    };

    [Theory, MemberData(nameof(BadLines))]
    public async Task A_bad_line_refuses_the_whole_order_and_names_the_line(object line, string message)
    {
        await CustomerAsync("ZC1");
        var result = await OrderAsync("1", null, new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 1 }, line });
        Assert.Equal(("refused", message, 1), (Outcome(result), Message(result), result["line"]!.GetValue<int>()));
        Assert.Equal(0m, await CommittedAsync());
    }

    [Fact]
    public async Task A_customer_on_credit_hold_gets_no_order()
    {
        await CustomerAsync("ZC1", new { CustomerName = "Harbor Pump Co", CreditHold = "Y" });
        Assert.Equal("Customer 01-ZC1 is on credit hold.", Message(await OrderAsync("1")));
    }

    [Fact]
    public async Task A_customer_over_the_limit_gets_it_with_a_warning()
    {
        await CustomerAsync("ZC1", new { CustomerName = "Harbor Pump Co", CreditLimit = 10 });
        var result = await OrderAsync("1");
        Assert.Equal(("written_with_warning", "Customer 01-ZC1 is over the credit limit."),
            (Outcome(result), result["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_unknown_customer_is_refused() =>
        Assert.Equal("Customer Number 01-ZC1 is not on file.", Message(await OrderAsync("1", Header)));

    [Fact]
    public async Task A_line_is_changed_by_its_key_and_the_amounts_follow()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        var result = await WriteAsync("SO_SalesOrder", "update", new { SalesOrderNo = "1" }, new { ShipVia = "UPS" },
            new[] { new { LineKey = "000001", QuantityOrdered = 2 } });
        Assert.Equal(("written", "UPS", 8.50m), (Outcome(result), Text(result, "ShipVia"), Number(result, "NonTaxableAmt")));
        Assert.Equal(2m, await CommittedAsync());
    }

    [Fact]
    public async Task A_thousand_lines_are_one_order()
    {
        await CustomerAsync("ZC1");
        var lines = Enumerable.Range(1, 1000).Select(n =>
            new { ItemCode = "GASKET-12", QuantityOrdered = 1, UnitPrice = 0.01m, UDF_EXTERNAL_LINE = $"{n}" });
        var order = await OrderAsync("1", null, lines);
        Assert.Equal((10m, 1000m), (Number(order, "NonTaxableAmt"), await CommittedAsync()));
        Assert.Equal("001000", order["record"]!["Lines"]![999]!["LineKey"]!.GetValue<string>());
    }
}
