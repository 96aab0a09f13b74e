using System.Text.Json;
using Isthmus.Connectors.Options;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Sage300ToCrm;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

public sealed class When_vendors_and_customers_are_read
{
    private static readonly object Harbor = new
    {
        VendorNumber = "harb01", GroupCode = "INV", VendorName = " Harbor Pump Co ", AddressLine1 = "12 Quay St", AddressLine2 = "Dock 4",
        City = "Portland", StateProvince = "Oregon", ZipPostalCode = "97209", Country = "USA", ContactName = "Ann Maria Lee",
        PhoneNumber = "5035550117", ContactsEmail = "ann@example.test", Email = "office@example.test", OnHold = "OnHold",
    };

    [Fact]
    public async Task A_vendor_is_an_account_with_its_address_and_terms()
    {
        await using var office = await OpenAsync(Harbor);
        var record = Assert.Single(await office.LookAsync("sage-300-vendors"));
        var account = office.Map("sage-300-vendors", record);
        Assert.Equal(("AP-HARB01", null), (record.Key, record.Skip));
        Assert.Equal("Harbor Pump Co|Vendor|5035550117|HARB01|N30|USD|Active|office@example.test", Text(account,
            "Account_Name", "Account_Type", "Phone", "S300_Code", "S300_Terms", "S300_Currency", "S300_Status", "S300_Email"));
        Assert.Equal("12 Quay St, Dock 4|Portland|Oregon|97209|United States", Text(account,
            "Billing_Street", "Billing_City", "Billing_State", "Billing_Code", "Billing_Country"));
        Assert.True(account.GetProperty("S300_On_Hold").GetBoolean());
    }

    [Fact]
    public async Task A_vendor_is_a_vendor_where_the_company_says_so_and_its_contact_leads_there()
    {
        await using var office = await OpenAsync(Harbor, ("Isthmus:Sage300ToCrm:VendorsTo", "Vendors"));
        var record = Assert.Single(await office.LookAsync("sage-300-vendors"));
        Assert.Equal("Vendors", office.Flow("sage-300-vendors").Module);
        Assert.Equal("Harbor Pump Co|office@example.test|97209", Text(office.Map("sage-300-vendors", record), "Vendor_Name", "Email", "Zip_Code"));
        Assert.Equal([new RecordLink("Vendor_Name", "sage-300-vendors", "AP-HARB01")], office.Flow("sage-300-vendor-contacts").LinksOf(record));
    }

    [Fact]
    public async Task The_contact_person_is_a_contact_of_the_account()
    {
        await using var office = await OpenAsync(Harbor);
        var record = Assert.Single(await office.LookAsync("sage-300-vendor-contacts"));
        Assert.Equal("Ann Maria|Lee|ann@example.test|97209",
            Text(office.Map("sage-300-vendor-contacts", record), "First_Name", "Last_Name", "Email", "Mailing_Zip"));
        Assert.Equal([new RecordLink("Account_Name", "sage-300-vendors", "AP-HARB01")], office.Flow("sage-300-vendor-contacts").LinksOf(record));
    }

    [Fact]
    public async Task Who_has_no_contact_person_or_is_in_another_group_or_inactive_is_skipped_with_the_reason()
    {
        await using var office = await OpenAsync(new { VendorNumber = "A", GroupCode = "SVC", VendorName = "A", Status = "Inactive" },
            ("Isthmus:Sage300ToCrm:SkipInactive", "true"));
        Assert.Equal("inactive", Assert.Single(await office.LookAsync("sage-300-vendors")).Skip);
        await using var grouped = await OpenAsync(new { VendorNumber = "A", GroupCode = "SVC", VendorName = "A" },
            ("Isthmus:Sage300ToCrm:Groups:0", "inv"));
        Assert.Equal("group SVC is left out", Assert.Single(await grouped.LookAsync("sage-300-vendors")).Skip);
        await using var alone = await OpenAsync(new { VendorNumber = "A", GroupCode = "SVC", VendorName = "A" });
        Assert.Equal("no contact person", Assert.Single(await alone.LookAsync("sage-300-vendor-contacts")).Skip);
    }

    [Fact]
    public async Task A_customer_is_an_account_with_its_credit_and_has_a_key_of_its_own()
    {
        await using var office = await OpenAsync(Harbor);
        await office.PostAsync("sage-300/records/AR/ARCustomers",
            new[] { new { CustomerNumber = "HARB01", GroupCode = "WHL", CustomerName = "Harbor",
                CreditLimitCustomerCurrency = 12345.678m, OnHold = "Yes" } });
        var record = Assert.Single(await office.LookAsync("sage-300-customers"));
        var account = office.Map("sage-300-customers", record);
        Assert.Equal(("AR-HARB01", 12345.68m), (record.Key, account.GetProperty("S300_Credit_Limit").GetDecimal()));
        Assert.Equal("Customer|True", Text(account, "Account_Type", "S300_On_Hold"));
        Assert.Equal("HARB01", Text((await office.Flow("sage-300-customers").FindAsync("AR-HARB01", default))!.Body, "CustomerNumber"));
        Assert.Null(await office.Flow("sage-300-customers").FindAsync("AR-NOBODY", default));
        Assert.Null(await office.Flow("sage-300-customers").FindAsync("AP-HARB01", default));
    }

    [Fact]
    public async Task Every_record_comes_once_over_several_pages_and_after_that_only_what_changed()
    {
        await using var office = await OpenAsync(Harbor);
        await office.PostAsync("sage-300/records/AP/APVendors",
            Enumerable.Range(0, 250).Select(at => new { VendorNumber = $"V{at:D3}", GroupCode = "INV", VendorName = $"Vendor {at}" }));
        Assert.Equal(251, await office.Flow("sage-300-vendors").CountAsync(default));
        Assert.Equal(251, (await office.LookAsync("sage-300-vendors")).Select(record => record.Key).Distinct().Count());
        Assert.Equal(251, (await office.LookAsync("sage-300-vendors", size: 30)).Count);
        await office.PostAsync("clock", new { advanceSeconds = 5 * 86400 });
        await office.PostAsync("sage-300/records/AP/APVendors", new[] { new { VendorNumber = "V007", City = "Boise" } });
        var since = TimeProvider.System.GetUtcNow().AddDays(4);
        Assert.Equal("AP-V007", Assert.Single(await office.LookAsync("sage-300-vendors", since)).Key);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("Australia/Lord_Howe")]
    public async Task An_edit_is_found_wherever_the_company_s_calendar_is(string zone)
    {
        await using var office = await Office.OpenAsync();
        await office.PostAsync("settings", new Dictionary<string, object> { ["sage-300"] = new { timeZone = zone } });
        var lastLook = TimeProvider.System.GetUtcNow();
        await office.PostAsync("sage-300/records/AP/APVendors", new[] { Harbor });
        Assert.Single(await office.LookAsync("sage-300-vendors", lastLook - office.Flow("sage-300-vendors").Overlap));
    }

    [Theory]
    [InlineData("ÅÄÖ Maskin AB", "Zoë Łukaszewicz-Ó Briain")]
    [InlineData("株式会社ポンプ", "山田 太郎")]
    [InlineData("شركة المضخات", "محمد الأحمد")]
    [InlineData("O'Brien & \"Sons\" <Ltd>", "D'Arcy")]
    public async Task Names_in_every_script_arrive_as_they_are(string company, string person)
    {
        await using var office = await OpenAsync(new { VendorNumber = "A", GroupCode = "INV", VendorName = company, ContactName = person });
        var record = Assert.Single(await office.LookAsync("sage-300-vendors"));
        Assert.Equal(company, Text(office.Map("sage-300-vendors", record), "Account_Name"));
        Assert.Equal(person.Split(' ')[^1], Text(office.Map("sage-300-vendor-contacts", record), "Last_Name"));
    }

    [Fact]
    public async Task A_release_that_lacks_a_property_is_read_whole_where_the_company_says_so()
    {
        await using var office = await OpenAsync(Harbor, ("Isthmus:Sage300ToCrm:SelectProperties", "false"));
        var record = Assert.Single(await office.LookAsync("sage-300-vendors"));
        Assert.Equal(JsonValueKind.Array, record.Body.GetProperty("VendorOptionalFieldValues").ValueKind);
    }

    [Fact]
    public void Without_the_connection_every_flow_is_off_and_what_means_nothing_is_refused()
    {
        using var bare = Office.Build([]);
        Assert.All(bare.GetServices<IMasterFlow>(), flow => Assert.False(flow.Enabled));
        using var wrong = Office.Build(
        [
            new("Isthmus:Sage300ToCrm:VendorsTo", "Leads"), new("Isthmus:Sage300ToCrm:Groups:0", "TOOLONG"),
            new("Isthmus:Sage300ToCrm:InvoicesSettleAfter", "-1"),
        ]);
        var refused = Assert.Throws<InvalidOptionsException>(wrong.GetRequiredService<Sage300ToCrmOptions>);
        Assert.Equal(3, refused.Problems.Count);
    }

    private static async Task<Office> OpenAsync(object vendor, params (string, string)[] settings)
    {
        var office = await Office.OpenAsync(settings);
        await office.PostAsync("sage-300/records/AP/APVendors", new[] { vendor });
        return office;
    }

    private static string Text(JsonElement record, params string[] names) =>
        string.Join('|', names.Select(name => record.GetProperty(name).ToString()));
}
