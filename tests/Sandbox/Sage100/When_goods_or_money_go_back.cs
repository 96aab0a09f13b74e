using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_goods_or_money_go_back : Agent
{
    private static readonly object Memo = new { InvoiceNo = "0000009" };

    [Fact]
    public async Task A_posted_credit_memo_restores_stock_and_lowers_what_is_owed()
    {
        await InvoicedAsync();
        var memo = await CreditAsync();
        Assert.Equal(("written", 17m), (Outcome(memo), Number(memo, "NonTaxableAmt")));
        Assert.Equal(88m, await OnHandAsync());
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal(92m, await OnHandAsync());
        Assert.Equal(34m, Number(await ReadAsync("AR_OpenInvoice", new { ARDivisionNo = "01", CustomerNo = "ZC1",
            InvoiceNo = "0000001", InvoiceType = "IN" }), "Balance"));
        Assert.Equal(34m, Number(await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "ZC1" }), "CurrentBalance"));
    }

    [Fact]
    public async Task A_posted_memo_is_negative_in_history_and_its_number_writes_nothing_again()
    {
        await InvoicedAsync();
        await CreditAsync();
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal("not_found", Outcome(await ReadAsync("SO_Invoice", Memo)));
        var again = await CreditAsync();
        Assert.Equal(("exists", -17m, "stripe:re_1"), (Outcome(again), Number(again, "NonTaxableAmt"), Text(again, "UDF_EXTERNAL_ID")));
        Assert.Equal("refused", Outcome(await WriteAsync("SO_Invoice", "update", Memo, new { Comment = "late" })));
        Assert.Equal(92m, await OnHandAsync());
    }

    [Fact]
    public async Task A_credit_for_an_invoice_that_is_not_the_customers_is_refused()
    {
        await InvoicedAsync();
        await CustomerAsync("ZC2");
        var result = await WriteAsync("SO_Invoice", "create", Memo,
            new { InvoiceType = "CM", ARDivisionNo = "01", CustomerNo = "ZC2", ApplyToInvoiceNo = "1" },
            new[] { new { ItemCode = "GASKET-12", QuantityShipped = 1 } });
        Assert.Equal("Invoice 0000001 is not on file.", Message(result));
    }

    [Fact]
    public async Task A_customer_on_credit_hold_gets_a_credit_and_no_invoice()
    {
        await InvoicedAsync();
        await WriteAsync("AR_Customer", "update", new { ARDivisionNo = "01", CustomerNo = "ZC1" }, new { CreditHold = "Y" });
        Assert.Equal("written", Outcome(await CreditAsync()));
        var invoice = await WriteAsync("SO_Invoice", "create", new { InvoiceNo = "10" },
            new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceType = "IN" }, new[] { new { ItemCode = "GASKET-12", QuantityShipped = 1 } });
        Assert.Equal("Customer 01-ZC1 is on credit hold.", Message(invoice));
    }

    [Fact]
    public async Task A_credit_without_goods_moves_no_stock()
    {
        await InvoicedAsync();
        var credit = await WriteAsync("AR_Invoice", "create", Memo,
            new { InvoiceType = "CM", ARDivisionNo = "01", CustomerNo = "ZC1", ApplyToInvoiceNo = "0000001" },
            new[] { new { Account = "4050-00", LineDesc = "Refund re_1", ExtensionAmt = 60m } });
        Assert.Equal("written", Outcome(credit));
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal(88m, await OnHandAsync());
        var left = await ReadAsync("AR_OpenInvoice", new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceNo = "0000009", InvoiceType = "CM" });
        Assert.Equal(-9m, Number(left, "Balance"));
    }

    [Fact]
    public async Task A_return_becomes_a_credit_memo_when_the_goods_are_in_and_scrap_is_not_restocked()
    {
        await InvoicedAsync();
        await WriteAsync("RA_Return", "create", new { RMANo = "5" }, new { ARDivisionNo = "01", CustomerNo = "ZC1" }, new object[]
        {
            new { ItemCode = "GASKET-12", InvoiceNo = "1", QuantityReturned = 2 },
            new { ItemCode = "GASKET-12", InvoiceNo = "1", QuantityReturned = 3, ItemAction = "S" }
        });
        await Sandbox.PostAsync("/_sandbox/sage-100/returns/5/receive", new { });
        var back = await ReadAsync("RA_Return", new { RMANo = "5" });
        Assert.Equal("R", Text(back, "RMAStatus"));
        var memo = await ReadAsync("SO_Invoice", new { InvoiceNo = Text(back, "CreditMemoNo") });
        Assert.Equal(("CM", "0000005", 21.25m), (Text(memo, "InvoiceType"), Text(memo, "RMANo"), Number(memo, "NonTaxableAmt")));
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal(90m, await OnHandAsync());
        Assert.Equal("C", Text(await ReadAsync("RA_Return", new { RMANo = "5" }), "RMAStatus"));
    }

    private async Task InvoicedAsync()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
    }

    private Task<JsonNode> CreditAsync() => WriteAsync("SO_Invoice", "create", Memo, new
    {
        InvoiceType = "CM", ARDivisionNo = "01", CustomerNo = "ZC1", ApplyToInvoiceNo = "0000001", UDF_EXTERNAL_ID = "stripe:re_1"
    }, new[] { new { ItemCode = "GASKET-12", QuantityShipped = 4 } });

    private async Task<decimal> OnHandAsync() =>
        Number(await ReadAsync("IM_ItemWarehouse", new { ItemCode = "GASKET-12", WarehouseCode = "000" }), "QuantityOnHand");
}
