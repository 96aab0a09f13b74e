using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Sage100ToCrm;
using static Isthmus.Flows.Tests.Sage100ToCrm.SageSource;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_customers_are_looked_at
{
    [Fact]
    public async Task All_of_them_come_page_by_page_under_their_division_and_number()
    {
        await using var sage = await StartAsync();
        foreach (var number in (string[])["A", "A-1", "B/2", "Ω", "C:1"]) await sage.CustomerAsync(number);
        var keys = (await AllAsync(sage.Customers)).Select(record => record.Key).ToList();
        Assert.Equal(["01-A", "01-A-1", "01-B%2F2", "01-C%3A1", "01-%CE%A9"], keys);
        Assert.Equal(5, await sage.Customers.CountAsync(CancellationToken.None));
        foreach (var key in keys) Assert.Equal(key, (await sage.Customers.FindAsync(key, CancellationToken.None))!.Key);
    }

    [Fact]
    public async Task One_is_found_whose_balance_was_moved_by_a_payment_that_left_no_stamp_on_it()
    {
        await using var sage = await StartAsync();
        await sage.CustomerAsync("OWES");
        await sage.CustomerAsync("OTHER");
        sage.Pass(TimeSpan.FromHours(2));
        var since = sage.Now.AddMinutes(-5);
        Assert.Empty(await AllAsync(sage.Customers, since));
        await sage.PutAsync("AR_Customer", Row("OWES", ("CurrentBalance", 70m), ("$stamped", false)));
        await sage.PutAsync("AR_OpenInvoice", Row("OWES", ("InvoiceNo", "0000001"), ("InvoiceType", "IN"), ("Balance", 70m)));
        var found = Assert.Single(await AllAsync(sage.Customers, since));
        Assert.Equal(("01-OWES", 70m), (found.Key, found.Body.GetProperty("CurrentBalance").GetDecimal()));
    }

    [Fact]
    public async Task One_is_found_whose_open_orders_grew()
    {
        await using var sage = await StartAsync();
        await sage.PostAsync("sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
        await sage.CustomerAsync("HARB01");
        sage.Pass(TimeSpan.FromHours(2));
        await sage.OrderAsync("0000001", "HARB01");
        var found = Assert.Single(await AllAsync(sage.Customers, sage.Now.AddMinutes(-5)));
        Assert.Equal(51m, found.Body.GetProperty("OpenOrderAmt").GetDecimal());
    }

    [Fact]
    public async Task Documents_are_not_followed_where_the_credit_status_stays_in_Sage()
    {
        await using var sage = await StartAsync(new SageToCrmOptions { Credit = false, OpenInvoices = "never" });
        await sage.CustomerAsync("OWES");
        sage.Pass(TimeSpan.FromHours(2));
        await sage.PutAsync("AR_OpenInvoice", Row("OWES", ("InvoiceNo", "0000001"), ("InvoiceType", "IN"), ("Balance", 70m)));
        Assert.Empty(await AllAsync(sage.Customers, sage.Now.AddMinutes(-5)));
    }

    [Fact]
    public async Task A_look_that_began_when_they_were_followed_ends_where_they_are_not_any_more()
    {
        await using var sage = await StartAsync(new SageToCrmOptions { Credit = false, OpenInvoices = "never" });
        await sage.CustomerAsync("OWES");
        var left = await sage.Customers.PageAsync(new SourceQuery(sage.Now.AddMinutes(-5), "2|", 500), CancellationToken.None);
        Assert.Equal((0, null), (left.Records.Count, left.Next));
    }

    [Fact]
    public async Task Open_invoices_stand_on_the_account_the_oldest_due_first()
    {
        await using var sage = await StartAsync(new SageToCrmOptions { OpenInvoices = "always" });
        await sage.PutAsync("AR_Customer", Row("OWES", ("CustomerName", "Owes"), ("CurrentBalance", 90m)));
        await sage.PutAsync("AR_OpenInvoice",
            Invoice("0000002", "20261102", "20261202", 20m), Invoice("0000001", "20261001", "20261031", 70m),
            Invoice("0000003", "20261001", "20261031", 0m));
        var body = Assert.Single(await AllAsync(sage.Customers)).Body;
        Assert.Equal(
            "IN 0000001 of 2026-10-01, due 2026-10-31: 70.00\nIN 0000002 of 2026-11-02, due 2026-12-02: 20.00",
            body.GetProperty("OpenInvoices").GetString());
        Assert.Equal(2, body.GetProperty("OpenInvoiceCount").GetInt32());
    }

    [Fact]
    public async Task Open_invoices_of_many_are_read_at_once_and_again_in_the_next_look()
    {
        await using var sage = await StartAsync(new SageToCrmOptions { OpenInvoices = "always" });
        var numbers = Enumerable.Range(0, 40).Select(at => $"C{at:D2}").ToList();
        await sage.PutAsync("AR_Customer", [.. numbers.Select(each => Row(each, ("CustomerName", each), ("CurrentBalance", 70m)))]);
        await sage.PutAsync("AR_OpenInvoice", [.. numbers.Select((each, at) => Owed(each, at + 1m))]);
        var before = await QueriesAsync(sage);
        var shown = await AllAsync(sage.Customers, size: 500);
        Assert.InRange(await QueriesAsync(sage) - before, 2, 12);
        Assert.Equal(numbers.Select((_, at) => $"{at + 1}.00"), shown.Select(BalanceOf));
        await sage.PutAsync("AR_OpenInvoice", Owed("C39", 99m));
        Assert.Equal("99.00", BalanceOf((await AllAsync(sage.Customers, size: 500))[39]));
    }

    [Fact]
    public async Task Temporary_ones_and_other_divisions_are_left_out_with_the_reason()
    {
        await using var sage = await StartAsync(new SageToCrmOptions { OpenInvoices = "never", Divisions = ["01"] });
        await sage.CustomerAsync("A");
        await sage.CustomerAsync("B", division: "02");
        await sage.PutAsync("AR_Customer", Row("C", ("CustomerName", "C"), ("CustomerStatus", "T")));
        var reasons = (await AllAsync(sage.Customers)).ToDictionary(record => record.Key, record => record.Skip);
        Assert.Equal(
            (null, "Division 02 is not carried.", "Records of status T are not carried."),
            (reasons["01-A"], reasons["02-B"], reasons["01-C"]));
    }

    [Fact]
    public async Task People_whose_customer_is_left_out_are_left_out_too_and_others_point_to_their_account()
    {
        await using var sage = await StartAsync();
        await sage.CustomerAsync("A-1");
        await sage.PutAsync("AR_Customer", Row("TEMP", ("CustomerName", "T"), ("CustomerStatus", "T")));
        await sage.PutAsync("AR_CustomerContact",
            Row("A-1", ("ContactCode", "ANA"), ("ContactName", "Ana Ruiz")), Row("TEMP", ("ContactCode", "BO"), ("ContactName", "Bo")));
        var people = (await AllAsync(sage.Contacts)).ToDictionary(record => record.Key);
        Assert.Null(people["01-A-1:ANA"].Skip);
        Assert.NotNull(people["01-TEMP:BO"].Skip);
        Assert.Equal([new RecordLink("Account_Name", "sage-100-customers", "01-A-1")], sage.Contacts.LinksOf(people["01-A-1:ANA"]));
        Assert.Equal("01-A-1:ANA", (await sage.Contacts.FindAsync("01-A-1:ANA", CancellationToken.None))!.Key);
    }

    private static Dictionary<string, object> Owed(string customer, decimal balance) =>
        Row(customer, ("InvoiceNo", "0000001"), ("InvoiceType", "IN"), ("Balance", balance));

    private static string BalanceOf(SourceRecord customer) => customer.Body.GetProperty("OpenInvoices").GetString()!.Split(": ")[1];

    private static async Task<long> QueriesAsync(SageSource sage) =>
        JsonElement.Parse(await sage.CallsAsync()).GetProperty("sage-100").GetProperty("operations").EnumerateObject()
            .Where(each => each.Name.Contains("query", StringComparison.Ordinal)).Sum(each => each.Value.GetInt64());

    private static Dictionary<string, object> Invoice(string number, string day, string due, decimal balance) => Row(
        "OWES", ("InvoiceNo", number), ("InvoiceType", "IN"), ("InvoiceDate", day), ("InvoiceDueDate", due), ("Balance", balance));

    private static Dictionary<string, object> Row(string number, params (string Name, object Value)[] values)
    {
        var row = new Dictionary<string, object> { ["ARDivisionNo"] = "01", ["CustomerNo"] = number };
        foreach (var (name, value) in values) row[name] = value;
        return row;
    }
}
