using System.Net.Http.Json;
using System.Text.Json;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_Sage_is_shown_in_the_CRM
{
    private const string Customers = "sage-100-customers";

    [Fact]
    public async Task Customers_stand_there_with_their_people_and_credit_and_a_quiet_look_costs_no_call()
    {
        await using var shown = await ShownSage.StartAsync();
        await shown.PutAsync("AR_Customer",
            Customer(
                "HARB01", ("CustomerName", "株式会社ハーバー"), ("City", "Portland"), ("State", "OR"), ("CountryCode", "USA"),
                ("CreditHold", "Y"), ("CreditLimit", 5000)),
            Customer("TEMP", ("CustomerName", "Temp"), ("CustomerStatus", "T")));
        await shown.PutAsync("AR_CustomerContact", Customer(
            "HARB01", ("ContactCode", "ANA"), ("ContactName", "Ana Ruiz"), ("EmailAddress", "ana@example.net")));
        Assert.Equal("2 1 0 1 0", await shown.LookAsync(Customers));
        Assert.Equal("1 1 0 0 0", await shown.LookAsync("sage-100-contacts"));
        var account = await shown.RecordAsync("Accounts", "01-HARB01");
        Assert.Equal(
            ("株式会社ハーバー", "Oregon", 5000m),
            (Text(account, "Account_Name"), Text(account, "Billing_State"), Amount(account, "Sage_Credit_Limit")));
        Assert.True(account.GetProperty("Sage_Credit_Hold").GetBoolean());
        var person = await shown.RecordAsync("Contacts", "01-HARB01:ANA");
        Assert.Equal(("Ruiz", Text(account, "id")), (Text(person, "Last_Name"), Linked(person, "Account_Name")));
        var calls = await shown.World.CallsAsync("zoho-crm");
        Assert.Equal("2 0 1 1 0", await shown.LookAsync(Customers));
        Assert.Equal(calls, await shown.World.CallsAsync("zoho-crm"));
    }

    [Fact]
    public async Task What_is_emptied_in_Sage_is_emptied_there_and_a_moved_balance_follows()
    {
        await using var shown = await ShownSage.StartAsync();
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor"), ("TelephoneNo", "503-555-0142")));
        await shown.RestAsync(Customers);
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("TelephoneNo", ""), ("CurrentBalance", 70m)));
        await shown.RestAsync(Customers);
        var account = await shown.RecordAsync("Accounts", "01-HARB01");
        Assert.Equal((null, 70m), (Text(account, "Phone"), Amount(account, "Sage_Balance")));
    }

    [Fact]
    public async Task Orders_and_invoices_point_to_account_and_products_and_a_second_look_doubles_no_line()
    {
        await using var shown = await ShownSage.StartAsync(("Isthmus:Sage100ToCrm:Orders", "true"));
        // Half of the time it is another day there; a day is a day all the same.
        await shown.World.PostAsync(
            "/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { timeZone = "Pacific/Kiritimati" } });
        await OrderAsync(shown);
        foreach (var flow in (string[])[Customers, "sage-100-items"]) await shown.RestAsync(flow);
        await shown.RestAsync("sage-100-orders");
        var order = await shown.RecordAsync("Sales_Orders", "0000001");
        Assert.Equal((51m, 51m, "Created"), (Amount(order, "Sage_Total"), Amount(order, "Grand_Total"), Text(order, "Status")));
        await shown.World.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        await shown.RestAsync("sage-100-orders");
        await shown.RestAsync("sage-100-invoices");
        order = await shown.RecordAsync("Sales_Orders", "0000001");
        Assert.Equal(("Delivered", 1), (Text(order, "Status"), order.GetProperty("Ordered_Items").GetArrayLength()));
        var invoice = Assert.Single(await shown.InCrmAsync("Invoices"));
        Assert.Equal(
            (51m, "Approved", Text(order, "id")), (Amount(invoice, "Sage_Balance"), Text(invoice, "Status"), Linked(invoice, "Sales_Order")));
        var posted = (await shown.World.LedgerAsync()).Root.GetProperty("sage-100").GetProperty("invoiceHistory")[0];
        Assert.Equal(Text(posted, "InvoiceDate"), Text(invoice, "Invoice_Date")!.Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ledger_accounts_and_vendors_come_too()
    {
        await using var shown = await ShownSage.StartAsync();
        await shown.RestAsync("sage-100-vendors");
        Assert.Equal("Acme Supply", Text(await shown.RecordAsync("Vendors", "00-ACME"), "Vendor_Name"));
        await shown.RestAsync("sage-100-accounts");
        await shown.RestAsync("sage-100-accounts", full: true);
        var main = await shown.RecordAsync("GL_Accounts", "main:1000");
        Assert.Equal(Text(main, "id"), Linked(await shown.RecordAsync("GL_Accounts", "000000001"), "Parent_Account"));
    }

    [Fact]
    public async Task Where_the_edition_has_no_invoices_the_open_ones_stand_on_the_account_until_an_upgrade()
    {
        await using var shown = await ShownSage.StartAsync();
        await EditionAsync(shown, "standard");
        await OrderAsync(shown);
        await shown.World.PostAsync("/_sandbox/sage-100/orders/1/complete", new { });
        await shown.RestAsync(Customers);
        Assert.Contains("0000001", Text(await shown.RecordAsync("Accounts", "01-HARB01"), "Sage_Open_Invoices"));
        await shown.OffAsync("sage-100-invoices");
        await EditionAsync(shown, "professional");
        await shown.RestAsync(Customers, full: true);
        Assert.Null(Text(await shown.RecordAsync("Accounts", "01-HARB01"), "Sage_Open_Invoices"));
        foreach (var flow in (string[])["sage-100-items", "sage-100-invoices"]) await shown.RestAsync(flow);
        Assert.Equal(51m, Amount(Assert.Single(await shown.InCrmAsync("Invoices")), "Sage_Balance"));
    }

    [Fact]
    public async Task A_single_record_is_shown_dry_over_the_surface_that_the_connection_names()
    {
        await using var shown = await ShownSage.StartAsync(
            [.. Support.SageSoapSettings.All, ("Isthmus:Connections:sage-100:Surface:ReadCustomer", "soap")]);
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor")));
        Assert.DoesNotContain("POST /soap", await CallsAsync(shown));
        var dry = await shown.World.App.GetAsync($"/api/master-data/{Customers}/records/01-HARB01?dry=true");
        Assert.True(dry.IsSuccessStatusCode, await dry.Content.ReadAsStringAsync());
        Assert.Contains("Account_Name", await dry.Content.ReadAsStringAsync());
        Assert.Empty(await shown.InCrmAsync("Accounts"));
        Assert.Contains("POST /soap", await CallsAsync(shown));
    }

    /// <summary>What the organisation offers is asked each hour.</summary>
    private static async Task EditionAsync(ShownSage shown, string paidType)
    {
        await shown.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType });
        await shown.World.PassTimeAsync(TimeSpan.FromHours(2));
    }

    private static async Task<string> CallsAsync(ShownSage shown) =>
        (await shown.World.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).GetProperty("sage-100").ToString();

    private static async Task OrderAsync(ShownSage shown)
    {
        await shown.World.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
        await shown.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor Pump Co")));
        await shown.World.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToNode(new
        {
            @ref = "1", @object = "SO_SalesOrder", mode = "create", key = new { SalesOrderNo = "0000001" },
            values = new { ARDivisionNo = "01", CustomerNo = "HARB01" },
            lines = new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m } },
        })!);
    }
}
