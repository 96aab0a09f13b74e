using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_a_deposit_is_entered : Agent
{
    private static readonly object Key = new { DepositNo = "00001" };

    [Fact]
    public async Task It_pays_invoices_goes_on_account_and_to_accounts_and_posts_to_what_is_owed()
    {
        await InvoicedAsync();
        var deposit = await DepositAsync(51m + 20m - 2m,
            new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceNo = "0000001", CashAmountApplied = 51m, CheckNo = "CH1" },
            new { ARDivisionNo = "01", CustomerNo = "ZC1", CashAmountApplied = 20m },
            new { Account = "6100-00", CashAmountApplied = -2m });
        Assert.Equal("written", Outcome(deposit));
        Assert.Equal(["IV", "PP", "GL"], deposit["record"]!["Lines"]!.AsArray().Select(l => l!["TransactionType"]!.GetValue<string>()));
        Assert.Equal(51m, await BalanceAsync("0000001", "IN"));
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal((0m, -20m), (await BalanceAsync("0000001", "IN"), await BalanceAsync("PP00001", "PP")));
        var customer = await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "ZC1" });
        Assert.Equal(-20m, Number(customer, "CurrentBalance"));
    }

    public static TheoryData<object, string> Wrong => new()
    {
        { new { ARDivisionNo = "01", CustomerNo = "NOBODY", CashAmountApplied = 69m }, "Customer Number 01-NOBODY is not on file." },
        { new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceNo = "77", CashAmountApplied = 69m }, "Invoice 0000077 is not on file." },
        { new { CashAmountApplied = 69m }, "The Customer Number is required" },
        { new { ARDivisionNo = "01", CustomerNo = "ZC1" }, "The Cash Amount Applied is required" },
        { new { ARDivisionNo = "01", CustomerNo = "ZC1", CashAmountApplied = 70m }, "The deposit is out of balance by 1.00." },
        { new { ARDivisionNo = "01", CustomerNo = "ZC1", Account = "6100-00", CashAmountApplied = 69m },
            "A line goes to a customer or to an account, not to both" }
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_cannot_be_banked_is_refused(object line, string message)
    {
        await CustomerAsync("ZC1");
        var result = await DepositAsync(69m, line);
        Assert.Equal(("refused", message), (Outcome(result), Message(result)));
    }

    [Fact]
    public async Task More_than_an_invoice_owes_is_taken_with_a_warning()
    {
        await InvoicedAsync();
        var result = await DepositAsync(60m, new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceNo = "1", CashAmountApplied = 60m });
        Assert.Equal(("written_with_warning", "More than the balance of invoice 0000001 is applied."),
            (Outcome(result), result["message"]!.GetValue<string>()));
    }

    private async Task InvoicedAsync()
    {
        await CustomerAsync("ZC1");
        await OrderAsync("1");
        await Sandbox.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
    }

    private Task<JsonNode> DepositAsync(decimal amount, params object[] lines) =>
        WriteAsync("AR_CashReceipts", "create", Key, new { DepositDate = "20261121", DepositAmt = amount }, lines);

    private async Task<decimal> BalanceAsync(string invoice, string type) => Number(await ReadAsync("AR_OpenInvoice",
        new { ARDivisionNo = "01", CustomerNo = "ZC1", InvoiceNo = invoice, InvoiceType = type }), "Balance");
}
