using Isthmus.Tests.Support;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_the_crm_restarts
{
    [Fact]
    public async Task Everything_is_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string before, token;
        await using (var crm = await CrmClient.StartAsync("--state", folder.Path))
        {
            await FillAsync(crm);
            (before, token) = (await LedgerAsync(crm), crm.Token);
        }
        await using var again = await CrmClient.StartAsync("--state", folder.Path);
        Assert.Equal(before, await LedgerAsync(again));
        again.Token = token;
        Assert.Equal("professional", (string)(await again.GetAsync("/org"))["org"][0]!["license_details"]!["paid_type"]!);
        Assert.Equal("X", (string)(await again.GetAsync("/Accounts?fields=Region&sort_order=asc")).Row(0)["Region"]!);
    }

    [Fact]
    public async Task A_reset_forgets_records_and_keeps_fields_and_ids()
    {
        await using var crm = await CrmClient.StartAsync();
        await FillAsync(crm);
        var id = await crm.AddAsync("Accounts", new { Account_Name = "Before" });
        await crm.Server.PostAsync("/_sandbox/reset", new { });
        Assert.Equal(204, (await crm.GetAsync("/Accounts?fields=Region")).Status);
        Assert.True(long.Parse(await crm.AddAsync("Accounts", new { Account_Name = "After", Region = "Y" })) > long.Parse(id));
    }

    private static async Task FillAsync(CrmClient crm)
    {
        await crm.ControlAsync("/fields", new[] { new { module = "Accounts", api_name = "Region" } });
        var account = await crm.AddAsync("Accounts", new { Account_Name = "A", Annual_Revenue = 1.5m, Region = "X",
            Isthmus_Key = "a" });
        var product = await crm.AddAsync("Products", new { Product_Name = "P", Product_Active = true, Tax = new[] { "Vat" } });
        await crm.AddAsync("Invoices", new
        {
            Subject = "I", Account_Name = new { id = account }, Invoice_Date = "2026-11-21",
            Invoiced_Items = new[] { new { Product_Name = new { id = product }, Quantity = 2, List_Price = 3,
                Line_Tax = new[] { new { name = "T", percentage = 10 } } } },
        });
        await crm.AddAsync("Deals", new { Deal_Name = "D", Stage = "Closed Won", Amount = 10 });
        await crm.DeleteAsync("/Accounts/" + await crm.AddAsync("Accounts", new { Account_Name = "Gone" }));
        await crm.PostAsync("/actions/watch", new
        {
            watch = new[] { new { channel_id = "1", events = new[] { "Deals.all" }, notify_url = "http://127.0.0.1:9/hook",
                token = "t" } },
        });
        await crm.ControlAsync("/edition", new { paidType = "professional" });
    }

    private static async Task<string> LedgerAsync(CrmClient crm) =>
        (await crm.Server.GetAsync("/_sandbox/ledger"))["zoho-crm"]!.ToJsonString();
}
