using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>The flows from Sage 300 and the mapping table agree about which account is whose, and whose values count.</summary>
public sealed class When_mapped_accounts_are_carried
{
    [Fact]
    public async Task A_customer_that_a_deal_made_comes_back_to_its_account()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.WinAsync();

        Assert.Equal(1, await LookAsync(world, "customers"));

        var account = Assert.Single(await desk.AccountsAsync(), each => each.Text("Account_Name") == "Harbor Pump Co");
        Assert.Equal((deal.Account, await desk.CustomerAsync("Harbor Pump Co")), (account.Text("id"), account.Text("S300_Code")));
    }

    [Fact]
    public async Task A_mapped_vendor_becomes_no_second_account_and_leaves_what_the_CRM_decides()
    {
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:AccountMap:Authority:name", "crm"));
        await using var _ = world;
        await desk.InBooksAsync("AP", "APVendors", new { VendorNumber = "LEITH", GroupCode = "INV",
            VendorName = "LEITH GLASS WORKS", PhoneNumber = "1315550100" });
        var account = (await desk.InCrmAsync("Accounts", new { Account_Name = "Leith Glass", Phone = "1" }))[0];
        (await world.App.PutAsJsonAsync("/api/account-map", new { kind = "vendor", account, code = "LEITH" }))
            .EnsureSuccessStatusCode();

        Assert.Equal(1, await LookAsync(world, "vendors"));

        var shown = Assert.Single(await desk.AccountsAsync());
        Assert.Equal(("Leith Glass", "1315550100", "LEITH", "sage-300:SAMLTD:AP-LEITH"),
            (shown.Text("Account_Name"), shown.Text("Phone"), shown.Text("S300_Code"), shown.Text("Isthmus_Key")));
    }

    [Fact]
    public async Task An_account_that_was_merged_leaves_its_customer_to_the_other_one()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var first = await desk.WinAsync();
        var customer = await desk.CustomerAsync("Harbor Pump Co");
        var master = (await desk.InCrmAsync("Accounts", new { Account_Name = "Harbor Pumps" }))[0];
        await world.PostAsync("/_sandbox/zoho-crm/merge", new { module = "Accounts", master,
            children = new[] { first.Account } });
        var second = await desk.SellAsync(SalesDesk.Won, account: master);

        await desk.TellAndWaitAsync(second);
        await world.RunAsync(second.Run, "done");

        Assert.Equal([customer, customer], (await desk.OrdersAsync()).Select(order => order.Text("CustomerNumber")));
        var row = Assert.Single((await world.App.GetFromJsonAsync<JsonElement>("/api/account-map")).GetProperty("items")
            .EnumerateArray());
        Assert.Equal((master, customer), (row.Text("account"), row.Text("code")));
    }

    private static async Task<long> LookAsync(World world, string flow)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await world.App.PostAsync($"/api/master-data/sage-300-{flow}/look", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body.GetProperty("counts").GetProperty("written").GetInt64()
            : throw new InvalidOperationException(body.ToString());
    }
}
