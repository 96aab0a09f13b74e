using System.Net.Http.Json;
using System.Text.Json;
using static Isthmus.Flows.Tests.Sage300ToCrm.Books;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

public sealed class When_books_are_carried_to_the_CRM
{
    [Fact]
    public async Task Vendors_and_their_contacts_arrive_once_and_afterwards_only_what_changed()
    {
        await using var books = await OpenAsync();
        await books.VendorAsync("HARB01", "Harbor Pump Co", "Ann Lee", "Portland");
        await books.VendorAsync("LUND22", "Lund Bros");
        Assert.Equal("2 2 0 0 0", await books.LookAsync("vendors"));
        Assert.Equal("2 1 0 1 0", await books.LookAsync("vendor-contacts"));
        var accounts = await books.InCrmAsync("Accounts");
        Assert.Equal(["sage-300:SAMLTD:AP-HARB01", "sage-300:SAMLTD:AP-LUND22"], accounts.Select(account => Text(account, "Isthmus_Key")).Order());
        var ann = Assert.Single(await books.InCrmAsync("Contacts"));
        Assert.Equal(Text(accounts.Single(account => Text(account, "S300_Code") == "HARB01"), "id"), Text(ann.GetProperty("Account_Name"), "id"));

        var before = await books.World.CallsAsync("zoho-crm");
        Assert.Equal(("2 0 2 0 0", "2 0 1 1 0"), (await books.LookAsync("vendors"), await books.LookAsync("vendor-contacts")));
        Assert.Equal(before, await books.World.CallsAsync("zoho-crm"));
        await books.VendorAsync("HARB01", "Harbor Pump Co", "Ann Lee", "Boise");
        Assert.Equal("2 1 1 0 0", await books.LookAsync("vendors"));
        Assert.Contains(await books.InCrmAsync("Accounts"), account => Text(account, "Billing_City") == "Boise");
    }

    [Fact]
    public async Task A_thousand_vendors_cost_a_call_a_hundred_on_either_side_and_a_quiet_hour_costs_the_CRM_nothing()
    {
        await using var books = await OpenAsync();
        await books.PostAsync("records/AP/APVendors",
            Enumerable.Range(0, 1000).Select(at => new { vendorNumber = $"V{at:D4}", groupCode = "INV", vendorName = $"Vendor {at} of Salem" }));
        Assert.Equal("1000 1000 0 0 0", await books.LookAsync("vendors"));
        var (sage, crm) = (await CallsAsync(books, "sage-300", "APVendors"), await CallsAsync(books, "zoho-crm", "/upsert"));
        Assert.InRange(sage, 10, 11);
        Assert.InRange(crm, 10, 12);
        var before = await books.World.CallsAsync("zoho-crm");
        Assert.Equal("1000 0 1000 0 0", await books.LookAsync("vendors"));
        Assert.Equal(before, await books.World.CallsAsync("zoho-crm"));
    }

    [Fact]
    public async Task Vendors_become_vendors_where_the_company_says_so()
    {
        await using var books = await OpenAsync(("Isthmus:Sage300ToCrm:VendorsTo", "Vendors"));
        await books.VendorAsync("HARB01", "Harbor Pump Co", "Ann Lee");
        Assert.Equal(("1 1 0 0 0", "1 1 0 0 0"), (await books.LookAsync("vendors"), await books.LookAsync("vendor-contacts")));
        var vendor = Assert.Single(await books.InCrmAsync("Vendors"));
        Assert.Equal(Text(vendor, "id"), Text(Assert.Single(await books.InCrmAsync("Contacts")).GetProperty("Vendor_Name"), "id"));
        Assert.Empty(await books.InCrmAsync("Accounts"));
    }

    [Fact]
    public async Task An_invoice_arrives_with_its_lines_to_the_cent_and_a_payment_changes_it_without_a_second_line()
    {
        await using var books = await OpenAsync();
        var number = await books.InvoiceAsync();
        Assert.Equal("1 1 0 0 0", await books.LookAsync("customers"));
        Assert.Equal("2 2 0 0 0", await books.LookAsync("items"));
        Assert.Equal("1 1 0 0 0", await books.LookAsync("invoices"));
        var invoice = Assert.Single(await books.InCrmAsync("Invoices"));
        Assert.Equal($"{number}|ZSO-1|HARB01|USD|Approved",
            Text(invoice, "Invoice_Number", "S300_Order", "S300_Customer", "S300_Currency", "Status"));
        Assert.Equal((70.5m, 70.5m, 70.5m), (Amount(invoice, "Grand_Total"), Amount(invoice, "S300_Total"), Amount(invoice, "S300_Due")));
        Assert.Equal([(12m, 4.25m), (1m, 1m), (1m, 18.5m)], Lines(invoice));
        Assert.Equal(Text(Assert.Single(await books.InCrmAsync("Accounts")), "id"), Text(invoice.GetProperty("Account_Name"), "id"));
        Assert.Equal(2, invoice.GetProperty("Invoiced_Items").EnumerateArray()
            .Select(line => Text(line.GetProperty("Product_Name"), "id")).Distinct().Count());

        await books.PostAsync("receipts", new { customer = "HARB01", document = number, amount = 20.5m });
        Assert.Equal("1 1 0 0 0", await books.LookAsync("invoices"));
        await books.PostAsync("receipts", new { customer = "HARB01", document = number });
        Assert.Equal("1 1 0 0 0", await books.LookAsync("invoices"));
        var paid = Assert.Single(await books.InCrmAsync("Invoices"));
        Assert.Equal((0m, "True|Delivered"), (Amount(paid, "S300_Due"), Text(paid, "S300_Paid", "Status")));
        Assert.Equal([(12m, 4.25m), (1m, 1m), (1m, 18.5m)], Lines(paid));
    }

    [Fact]
    public async Task An_invoice_is_in_the_currency_of_the_books_where_the_CRM_has_several()
    {
        await using var books = await OpenAsync(("Isthmus:Sage300ToCrm:Currencies", "true"));
        await books.InvoiceAsync(group: "CAN");
        foreach (var flow in new[] { "customers", "items", "invoices" }) await books.LookAsync(flow);
        var invoice = Assert.Single(await books.InCrmAsync("Invoices"));
        Assert.Equal(("CAD|CAD", 70.5m), (Text(invoice, "Currency", "S300_Currency"), Amount(invoice, "Grand_Total")));
    }

    [Fact]
    public async Task An_invoice_that_comes_before_its_customer_and_items_waits_for_them()
    {
        await using var books = await OpenAsync();
        Assert.Equal(("0 0 0 0 0", "1 1 0 0 0"), (await books.LookAsync("customers"), await books.LookAsync("items")));
        await books.InvoiceAsync();
        await books.LookAsync("invoices");
        Assert.Empty(await books.InCrmAsync("Invoices"));
        Assert.Equal(("1 1 0 0 0", "2 1 1 0 0"), (await books.LookAsync("customers"), await books.LookAsync("items")));
        await Support.Patience.UntilAsync<bool>(async () =>
        {
            await books.LookAsync("invoices");
            return (await books.InCrmAsync("Invoices")).Count == 1 ? true : null;
        });
        Assert.Empty(await books.LettersAsync());
    }

    [Fact]
    public async Task An_edition_without_invoices_and_vendors_still_gets_accounts()
    {
        await using var books = await OpenAsync();
        await books.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "standard" });
        await books.VendorAsync("HARB01", "Harbor Pump Co");
        Assert.Equal("1 1 0 0 0", await books.LookAsync("vendors"));
        Assert.Single(await books.InCrmAsync("Accounts"));
        // What it offers is asked again each hour.
        books.World.Clock.Advance(TimeSpan.FromHours(2));
        await Support.Patience.UntilAsync<bool>(async () =>
        {
            try { await books.LookAsync("invoices"); }
            catch (InvalidOperationException) { return true; }
            return null;
        });
        Assert.Contains("Invoices", Text(await books.FlowAsync("invoices"), "why"), StringComparison.Ordinal);
        Assert.Empty(await books.LettersAsync());
    }

    [Fact]
    public async Task A_vendor_without_a_name_is_a_dead_letter_its_neighbours_go_on_and_a_name_cures_it()
    {
        await using var books = await OpenAsync();
        foreach (var number in new[] { "A", "B", "C" }) await books.VendorAsync(number, number == "B" ? "" : "Vendor " + number);
        Assert.Equal("3 2 0 0 1", await books.LookAsync("vendors"));
        var letter = Assert.Single(await books.LettersAsync());
        Assert.Contains("Give the vendor a name in Sage 300.", letter.GetProperty("failure").ToString(), StringComparison.Ordinal);
        await books.VendorAsync("B", "Vendor B");
        Assert.Equal("3 1 2 0 0", await books.LookAsync("vendors"));
        Assert.Empty(await books.LettersAsync());
    }

    [Fact]
    public async Task A_single_vendor_is_shown_and_carried_without_a_look_at_the_others()
    {
        await using var books = await OpenAsync();
        await books.VendorAsync("HARB01", "Harbor Pump Co");
        await books.VendorAsync("LUND22", "Lund Bros");
        var dry = await books.World.App.GetFromJsonAsync<JsonElement>("/api/master-data/sage-300-vendors/records/AP-HARB01");
        Assert.Contains("S300_Code", dry.ToString(), StringComparison.Ordinal);
        Assert.Empty(await books.InCrmAsync("Accounts"));
        await books.World.App.PostAsync("/api/master-data/sage-300-vendors/records/AP-HARB01", null);
        await books.World.RunAsync("crm-sage-300-vendors-AP-HARB01", "done");
        Assert.Equal("HARB01", Text(Assert.Single(await books.InCrmAsync("Accounts")), "S300_Code"));
    }

    [Fact]
    public async Task Without_Sage_300_the_app_starts_as_before_and_its_flows_are_off()
    {
        await using var world = await Support.World.StartAsync();
        var connections = await world.App.GetFromJsonAsync<JsonElement>("/api/connections");
        Assert.DoesNotContain("sage-300", connections.ToString(), StringComparison.Ordinal);
    }

    private static async Task<long> CallsAsync(Books books, string vendor, string operation) =>
        (await books.World.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).GetProperty(vendor).GetProperty("operations")
        .EnumerateObject().Where(each => each.Name.Contains(operation, StringComparison.Ordinal)).Sum(each => each.Value.GetInt64());

    private static IEnumerable<(decimal, decimal)> Lines(JsonElement invoice) => invoice.GetProperty("Invoiced_Items").EnumerateArray()
        .Select(line => (Amount(line, "Quantity"), Amount(line, "List_Price")));

    private static decimal Amount(JsonElement record, string name) => record.GetProperty(name).GetDecimal();
}
