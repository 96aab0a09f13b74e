using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage300;

public sealed class When_orders_are_entered : WebApi
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await CustomerAsync("HARB01");
        await ItemAsync("GASKET-12", 5m);
    }

    [Fact]
    public async Task An_order_without_a_number_gets_one_and_its_lines_count_in_steps_of_32()
    {
        var order = await OrderAsync(new { CustomerNumber = "HARB01", OrderDetails = new object[]
        {
            new { LineType = "Item", Item = "GASKET-12", QuantityOrdered = 12 },
            new { LineType = "Miscellaneous", MiscellaneousChargesCode = "FRT", ExtendedAmount = 18.5m },
        } });
        Assert.Equal(("ORD0000001", 78.5m, 2), (Text(order, "OrderNumber"), Number(order, "OrderTotal"), (int)Number(order, "NumberOfLinesOnOrder")));
        Assert.Equal([32, 64], order["OrderDetails"]!.AsArray().Select(line => (int)Number(line!, "LineNumber")));
        Assert.Equal(("IncompleteNotIncluded", "N30", "USD"),
            (Text(order, "OrderCompleted"), Text(order, "TermsCode"), Text(order, "OrderSourceCurrency")));
    }

    [Fact]
    public async Task A_number_is_used_once()
    {
        await OrderAsync(Order("ZSO-1"));
        Assert.Equal("409 RecordDuplicate", await RefusalAsync("POST", "OE/OEOrders", Order("ZSO-1")));
        Assert.Equal("409 RecordDuplicate", await RefusalAsync("POST", "OE/OEOrders", Order("zso-1")));
    }

    [Fact]
    public async Task The_item_takes_back_a_price_that_was_put_before_it()
    {
        var before = await OrderAsync(new { CustomerNumber = "HARB01",
            OrderDetails = new[] { new { PricingUnitPrice = 4.25m, Item = "GASKET-12", QuantityOrdered = 2 } } });
        var after = await OrderAsync(new { CustomerNumber = "HARB01",
            OrderDetails = new[] { new { Item = "GASKET-12", QuantityOrdered = 2, PricingUnitPrice = 4.25m } } });
        Assert.Equal((10m, 8.5m), (Number(before, "OrderTotal"), Number(after, "OrderTotal")));
    }

    [Theory]
    [InlineData("USD", 100.51)]
    [InlineData("JPY", 101)]
    [InlineData("KWD", 100.508)]
    public async Task A_line_comes_to_an_amount_of_the_customer_s_currency(string currency, decimal amount)
    {
        await PostAsync("AR/ARCustomers", new { CustomerNumber = "ABROAD", GroupCode = "WHL", CurrencyCode = currency });
        var order = await OrderAsync(new { CustomerNumber = "ABROAD",
            OrderDetails = new[] { new { Item = "GASKET-12", QuantityOrdered = 3, PricingUnitPrice = 33.5025m } } });
        Assert.Equal((currency, amount), (Text(order, "OrderSourceCurrency"), Number(order, "OrderTotal")));
    }

    [Fact]
    public async Task The_customer_takes_back_terms_that_were_put_before_it()
    {
        object[] lines = [new { Item = "GASKET-12", QuantityOrdered = 1 }];
        Assert.Equal("N30", Text(await OrderAsync(new { TermsCode = "N60", CustomerNumber = "HARB01", OrderDetails = lines }), "TermsCode"));
        Assert.Equal("N60", Text(await OrderAsync(new { CustomerNumber = "HARB01", TermsCode = "N60", OrderDetails = lines }), "TermsCode"));
    }

    public static TheoryData<object, string> Wrong => new()
    {
        { new { CustomerNumber = "HARB99", OrderDetails = new[] { new { Item = "GASKET-12" } } }, "400 RecordInvalid" },
        { new { OrderDetails = new[] { new { Item = "GASKET-12" } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01" }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderDetails = new[] { new { Item = "NONE" } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderDetails = new[] { new { QuantityOrdered = 1 } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderDetails = new[] { new { Item = "GASKET-12", Location = "9" } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderDetails = new[] { new { Item = "GASKET-12", QuantityOrdered = -1 } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderNumber = new string('X', 23),
            OrderDetails = new[] { new { Item = "GASKET-12" } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderTotal = 5, OrderDetails = new[] { new { Item = "GASKET-12" } } }, "400 RecordInvalid" },
        { new { CustomerNumber = "HARB01", OrderDetails = new[] { new { Sku = "GASKET-12" } } }, "400 InvalidPayload" },
        { new { CustomerNumber = "HARB01", OrderDetails = "none" }, "400 InvalidPayload" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_order_entry_does_not_take_leaves_nothing(object body, string refusal)
    {
        Assert.Equal(refusal, await RefusalAsync("POST", "OE/OEOrders", body));
        Assert.Empty((await GetAsync("OE/OEOrders"))["value"]!.AsArray());
    }

    [Fact]
    public async Task Day_End_blocks_order_entry()
    {
        await SetAsync(new { dayEndRuns = true });
        Assert.Equal("400 General", await RefusalAsync("POST", "OE/OEOrders", Order("ZSO-1")));
        await GetAsync("OE/OEOrders");
    }

    [Fact]
    public async Task An_order_is_shipped_and_invoiced_in_parts_and_receivables_hear_of_it_at_Day_End()
    {
        await OrderAsync(Order("ZSO-1"));
        var first = await ControlAsync("orders/ZSO-1/invoice", new { quantities = new Dictionary<string, decimal> { ["32"] = 5 }, dayEnd = false });
        Assert.Equal(25m, first["total"]!.GetValue<decimal>());
        var order = (await GetAsync("OE/OEOrders?$filter=OrderNumber%20eq%20'ZSO-1'"))["value"]![0]!;
        Assert.Equal((Text(first, "invoice"), Text(first, "shipment"), "IncompleteNotIncluded", 5m),
            (Text(order, "LastInvoiceNumber"), Text(order, "LastShipmentNumber"), Text(order, "OrderCompleted"),
                Number(order["OrderDetails"]![0]!, "QuantityShipped")));
        Assert.Empty((await GetAsync("AR/ARPostedDocuments"))["value"]!.AsArray());
        await ChangeAsync("POST", "IC/ICDayEndProcessing('$process')", new { });
        await ControlAsync("orders/ZSO-1/invoice", new { });
        var posted = (await GetAsync("AR/ARPostedDocuments"))["value"]!.AsArray();
        Assert.Equal([25m, 35m], posted.Select(each => Number(each!, "CustomerCurrencyInvoiceAmount")));
        Assert.All(posted, each => Assert.Equal(("ZSO-1", "OE", "No"),
            (Text(each!, "OrderNumber"), Text(each!, "SourceApplication"), Text(each!, "FullyPaid"))));
        Assert.Equal("CompleteNotIncluded", Text((await GetAsync("OE/OEOrders"))["value"]![0]!, "OrderCompleted"));
    }

    [Fact]
    public async Task An_order_may_be_shipped_and_invoiced_in_the_same_call()
    {
        var order = await OrderAsync(new { CustomerNumber = "HARB01", InvoiceWillBeProduced = true,
            OrderDetails = new[] { new { Item = "GASKET-12", QuantityOrdered = 2, QuantityShipped = 2 } } });
        Assert.Equal("CompleteNotIncluded", Text(order, "OrderCompleted"));
        var invoice = (await GetAsync("OE/OEInvoices"))["value"]![0]!;
        Assert.Equal((Text(order, "LastInvoiceNumber"), 10m), (Text(invoice, "InvoiceNumber"), Number(invoice, "InvoiceTotal")));
    }

    [Fact]
    public async Task Money_that_comes_in_pays_a_document()
    {
        await OrderAsync(Order("ZSO-1"));
        var invoice = Text(await ControlAsync("orders/ZSO-1/invoice", new { }), "invoice");
        await ControlAsync("receipts", new { customer = "HARB01", document = invoice, amount = 20 });
        Assert.Equal(("No", 40m), await DueAsync(invoice));
        await ControlAsync("receipts", new { customer = "HARB01", document = invoice });
        Assert.Equal(("Yes", 0m), await DueAsync(invoice));
    }

    private async Task<(string, decimal)> DueAsync(string invoice)
    {
        var document = await GetAsync($"AR/ARPostedDocuments('HARB01','{invoice}')");
        return (Text(document, "FullyPaid"), Number(document, "CustomerCurrencyAmountDue"));
    }

    private Task<JsonNode> OrderAsync(object body) => PostAsync("OE/OEOrders", body);

    private static object Order(string number) =>
        new { CustomerNumber = "HARB01", OrderNumber = number,
            OrderDetails = new[] { new { LineType = "Item", Item = "GASKET-12", QuantityOrdered = 12 } } };

    private static string Text(JsonNode record, string name) => record[name]!.GetValue<string>();

    private static decimal Number(JsonNode record, string name) => record[name]!.GetValue<decimal>();
}
