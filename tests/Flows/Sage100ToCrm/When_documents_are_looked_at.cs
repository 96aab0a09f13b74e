using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Sage100ToCrm;
using static Isthmus.Flows.Tests.Sage100ToCrm.SageSource;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_documents_are_looked_at : IAsyncLifetime
{
    private SageSource sage = null!;

    private DateTimeOffset Later => sage.Now.AddMinutes(-5);

    public async Task InitializeAsync()
    {
        sage = await StartAsync(new SageToCrmOptions { OpenInvoices = "never", Orders = true });
        await sage.PostAsync("sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
        await sage.CustomerAsync("HARB01");
        await sage.OrderAsync("0000001", "HARB01");
    }

    public async Task DisposeAsync() => await sage.DisposeAsync();

    [Fact]
    public async Task An_order_points_to_its_account_and_each_line_to_its_product()
    {
        var order = Assert.Single(await AllAsync(sage.Orders));
        Assert.Equal("0000001", order.Key);
        Assert.Equal(
            [
                new RecordLink("Account_Name", "sage-100-customers", "01-HARB01"),
                new RecordLink("Ordered_Items[0].Product_Name", "sage-100-items", "GASKET-12"),
            ],
            sage.Orders.LinksOf(order));
    }

    [Fact]
    public async Task An_order_that_was_completed_is_shown_once_more_by_its_history()
    {
        sage.Pass(TimeSpan.FromHours(2));
        await sage.PostAsync("sage-100/orders/1/complete", new { });
        sage.Followed.Keys.Add("0000001");
        var ended = Assert.Single(await AllAsync(sage.Orders, Later));
        Assert.Equal(
            ("C", 1, null),
            (ended.Body.GetProperty("OrderStatus").GetString(), ended.Body.GetProperty("Lines").GetArrayLength(), ended.Skip));
        Assert.Null(Assert.Single(await AllAsync(sage.Orders)).Skip);
        Assert.Equal("C", (await sage.Orders.FindAsync("0000001", CancellationToken.None))!.Body.GetProperty("OrderStatus").GetString());
    }

    [Fact]
    public async Task An_order_that_had_ended_when_it_was_first_looked_at_is_left_out_and_its_history_is_not_read()
    {
        await sage.PostAsync("sage-100/orders/1/complete", new { });
        Assert.Empty(await AllAsync(sage.Orders));
        Assert.DoesNotContain("/read", await sage.CallsAsync());
    }

    [Fact]
    public async Task An_order_that_was_given_up_is_too()
    {
        sage.Pass(TimeSpan.FromHours(2));
        await sage.Sage.DeleteAsync("SO_SalesOrder", new Dictionary<string, string> { ["SalesOrderNo"] = "0000001" }, "CUST");
        sage.Followed.Keys.Add("0000001");
        Assert.Equal("X", Assert.Single(await AllAsync(sage.Orders, Later)).Body.GetProperty("OrderStatus").GetString());
    }

    [Fact]
    public async Task An_invoice_is_found_again_when_it_is_paid()
    {
        await sage.PostAsync("sage-100/orders/1/complete", new { });
        var posted = Assert.Single(await AllAsync(sage.Invoices));
        Assert.Equal(51m, posted.Body.GetProperty("Balance").GetDecimal());
        sage.Pass(TimeSpan.FromHours(2));
        Assert.Empty(await AllAsync(sage.Invoices, Later));
        await PayAsync(posted.Body.GetProperty("InvoiceNo").GetString()!);
        var paid = Assert.Single(await AllAsync(sage.Invoices, Later));
        Assert.Equal((posted.Key, 0m), (paid.Key, paid.Body.GetProperty("Balance").GetDecimal()));
        Assert.Equal(0m, (await sage.Invoices.FindAsync(posted.Key, CancellationToken.None))!.Body.GetProperty("Balance").GetDecimal());
    }

    [Fact]
    public async Task At_night_an_invoice_is_read_while_it_is_open_or_young()
    {
        await sage.PostAsync("sage-100/orders/1/complete", new { });
        var posted = Assert.Single(await AtNightAsync(days: 95));
        await PayAsync(posted.Body.GetProperty("InvoiceNo").GetString()!);
        Assert.Equal(posted.Key, Assert.Single(await AtNightAsync(days: 80)).Key);
        Assert.Empty(await AtNightAsync(days: 95));
    }

    [Fact]
    public async Task Items_come_with_one_that_lines_by_account_share()
    {
        var items = await AllAsync(sage.Items, size: 500);
        Assert.Equal("%2FACCOUNT", items[0].Key);
        Assert.Contains(items, item => item.Key == "GASKET-12");
        Assert.Equal(items[0].Body.GetRawText(), (await sage.Items.FindAsync("%2FACCOUNT", CancellationToken.None))!.Body.GetRawText());
        Assert.DoesNotContain(await AllAsync(sage.Items, sage.Now.AddMinutes(-5), 500), item => item.Key == "%2FACCOUNT");
    }

    [Fact]
    public async Task Ledger_accounts_lie_below_their_main_accounts()
    {
        var accounts = await AllAsync(sage.Accounts, size: 500);
        var cash = accounts.Single(account => account.Key == "000000001");
        Assert.Equal([new RecordLink("Parent_Account", "sage-100-accounts", "main:1000", Required: false)], sage.Accounts.LinksOf(cash));
        var main = accounts.Single(account => account.Key == "main:1000");
        Assert.Empty(sage.Accounts.LinksOf(main));
        Assert.True(accounts.ToList().IndexOf(main) < accounts.ToList().IndexOf(cash));
        Assert.Equal(main.Body.GetRawText(), (await sage.Accounts.FindAsync("main:1000", CancellationToken.None))!.Body.GetRawText());
    }

    /// <summary>What the look of a night shows that lies some days from now.</summary>
    private Task<IReadOnlyList<SourceRecord>> AtNightAsync(int days) => AllAsync(sage.Invoices, night: sage.Now.AddDays(days));

    private async Task PayAsync(string invoice)
    {
        var number = await sage.Sage.NextNumberAsync("AR_CashReceipts");
        var deposit = new
        {
            values = new { DepositDate = "20261121" },
            lines = new[] { new { ARDivisionNo = "01", CustomerNo = "HARB01", InvoiceNo = invoice, CashAmountApplied = 51m } },
        };
        await sage.Sage.CreateAsync(
            "AR_CashReceipts", new Dictionary<string, string> { ["DepositNo"] = number }, JsonSerializer.SerializeToUtf8Bytes(deposit));
        await sage.PostAsync("sage-100/updates", new { });
    }
}
