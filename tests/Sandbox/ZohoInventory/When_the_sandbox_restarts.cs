using Isthmus.Tests.Support;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_the_sandbox_restarts
{
    [Fact]
    public async Task Everything_is_as_it_was()
    {
        using var folder = new TemporaryFolder();
        string before, order, token;
        await using (var zoho = await ZohoClient.StartAsync("--state", folder.Path))
        {
            var created = await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
            order = Shop.Text(created, "salesorder_id");
            (await zoho.InvoiceAsync(created, 2)).Accepted();
            await zoho.ControlAsync($"/salesorders/{order}/ship", new { });
            await zoho.SetAsync(new { maxLines = 7 });
            (before, token) = ((await zoho.GetAsync($"/salesorders/{order}")).Json.ToJsonString(), zoho.Token);
        }
        await using var again = await ZohoClient.StartAsync("--state", folder.Path);
        again.Token = token;
        Assert.Equal(before, (await again.GetAsync($"/salesorders/{order}")).Json.ToJsonString());
        Assert.Equal(7, (await again.Server.GetAsync(ZohoClient.Controls + "/settings"))["maxLines"]!.GetValue<int>());
        Assert.NotEqual(order, await again.CustomerAsync("Grace Hopper"));
    }

    [Fact]
    public async Task A_reset_forgets_the_records_and_keeps_the_set_up()
    {
        await using var zoho = await ZohoClient.StartAsync();
        await zoho.ControlAsync("/custom-fields", new { module = "contact", label = "Tier" });
        await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
        await zoho.Server.PostAsync("/_sandbox/reset", new { });
        var ledger = (await zoho.Server.GetAsync("/_sandbox/ledger"))["zoho-inventory"]!.AsObject();
        Assert.All(ledger, section => Assert.Empty(section.Value!.AsArray()));
        var setup = await zoho.Server.GetAsync(ZohoClient.Controls + "/setup");
        Assert.Contains(setup["custom_fields"]!.AsArray(), field => Shop.Text(field!, "api_name") == "cf_tier");
    }
}
