using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.AccountMap;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Flows.Tests.Sage300ToCrm.Books;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

public sealed class When_the_mapping_table_knows_an_account
{
    [Fact]
    public async Task It_keeps_what_is_not_the_books_to_say_and_gets_the_rest()
    {
        await using var books = await OpenAsync();
        var id = await MappedAsync(books, AccountKind.Customer, "sage-300:SAMLTD:AR-HARB01");
        Assert.Equal("1 1 0 0 0", await books.LookAsync("customers"));
        var account = Assert.Single(await books.InCrmAsync("Accounts"));
        Assert.Equal($"{id}|Harbor Holding|555-1|Elm Street 1|Salem|Prospect",
            Text(account, "id", "Account_Name", "Phone", "Billing_Street", "Billing_City", "Account_Type"));
        Assert.Equal("HARB01|N30|700", Text(account, "S300_Code", "S300_Terms", "S300_Credit_Limit"));
        Assert.Equal("1 0 1 0 0", await books.LookAsync("customers", full: true));
    }

    [Fact]
    public async Task It_follows_the_books_in_what_is_theirs_to_say()
    {
        await using var books = await OpenAsync(("Isthmus:AccountMap:Authority:name", "books"), ("Isthmus:AccountMap:Authority:address", "crm"));
        await MappedAsync(books, AccountKind.Customer, "sage-300:SAMLTD:AR-HARB01");
        await books.LookAsync("customers");
        Assert.Equal("Harbor Pump Co|Elm Street 1", Text(Assert.Single(await books.InCrmAsync("Accounts")), "Account_Name", "Billing_Street"));
    }

    [Theory]
    [InlineData(AccountKind.Customer, "customers")]
    [InlineData(AccountKind.Vendor, "vendors")]
    public async Task No_second_account_is_made_while_it_does_not_bear_the_key(AccountKind kind, string flow)
    {
        await using var books = await OpenAsync();
        await MappedAsync(books, kind, "");
        Assert.Equal("1 0 0 1 0", await books.LookAsync(flow));
        Assert.Single(await books.InCrmAsync("Accounts"));
    }

    [Theory]
    [InlineData(AccountKind.Customer, "customers")]
    [InlineData(AccountKind.Vendor, "vendors")]
    public async Task What_it_was_given_before_it_was_mapped_is_not_taken_away(AccountKind kind, string flow)
    {
        await using var books = await OpenAsync(("Isthmus:AccountMap:Authority:phone", "crm"));
        await PartnersAsync(books);
        Assert.Equal("1 1 0 0 0", await books.LookAsync(flow));
        var id = Text(Assert.Single(await books.InCrmAsync("Accounts")), "id");
        await InCrmAsync(books, new() { ["id"] = id, ["Phone"] = "555-9" });
        await MapAsync(books, kind, id);

        Assert.Equal("1 1 0 0 0", await books.LookAsync(flow));
        Assert.Equal("Harbor Pump Co|555-9|HARB01", Text(Assert.Single(await books.InCrmAsync("Accounts")), "Account_Name", "Phone", "S300_Code"));
        Assert.Equal("1 0 1 0 0", await books.LookAsync(flow));
    }

    [Fact]
    public async Task Once_it_was_seen_to_bear_its_key_a_quiet_hour_costs_the_CRM_nothing()
    {
        await using var books = await OpenAsync();
        await MappedAsync(books, AccountKind.Customer, "sage-300:SAMLTD:AR-HARB01");
        (await books.World.App.PostAsync("/api/account-map/look", null)).EnsureSuccessStatusCode();
        Assert.Equal("1 1 0 0 0", await books.LookAsync("customers"));
        var before = await books.World.CallsAsync("zoho-crm");
        Assert.Equal("1 0 1 0 0", await books.LookAsync("customers"));
        Assert.Equal(before, await books.World.CallsAsync("zoho-crm"));
    }

    /// <summary>An account that is customer or vendor HARB01; answers with its id.</summary>
    private static async Task<string> MappedAsync(Books books, AccountKind kind, string key)
    {
        await PartnersAsync(books);
        var id = await InCrmAsync(books, new()
        {
            ["Account_Name"] = "Harbor Holding", ["Phone"] = "555-1", ["Billing_Street"] = "Elm Street 1", ["Billing_City"] = "Salem",
            ["Account_Type"] = "Prospect", ["Isthmus_Key"] = key.Length == 0 ? null : key,
        });
        await MapAsync(books, kind, id);
        return id;
    }

    /// <summary>A vendor and a customer of the same code.</summary>
    private static async Task PartnersAsync(Books books)
    {
        await books.PostAsync("records/AP/APVendors", new[] { new { vendorNumber = "HARB01", groupCode = "INV", vendorName = "Harbor Pump Co",
            phoneNumber = "555-2" } });
        await books.PostAsync("records/AR/ARCustomers", new[] { new { customerNumber = "HARB01", groupCode = "WHL", customerName = "Harbor Pump Co",
            phoneNumber = "555-2", addressLine1 = "12 Quay St", city = "Portland", creditLimitCustomerCurrency = 700 } });
    }

    private static async Task<string> InCrmAsync(Books books, Dictionary<string, string?> account)
    {
        var made = await books.World.Sandbox.PostAsJsonAsync("/_sandbox/zoho-crm/records/Accounts", new[] { account });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ids")[0].GetString()!;
    }

    private static Task<AccountRow?> MapAsync(Books books, AccountKind kind, string account) =>
        books.World.Services.GetRequiredService<AccountMapStore>().AddAsync(new AccountRow(kind, account, "HARB01"), "test");
}
