using System.Text.Json.Nodes;
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
    public async Task No_module_is_forgotten()
    {
        using var folder = new TemporaryFolder();
        string before;
        await using (var zoho = await ZohoClient.StartAsync("--state", folder.Path))
        {
            var invoice = await zoho.SentInvoiceAsync(paid: true, shipped: true);
            var item = Shop.Text(invoice["line_items"]![0]!, "item_id");
            var back = await zoho.ControlAsync($"/salesorders/{Shop.Text(invoice, "salesorder_id")}/return", new { });
            await zoho.ControlAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}/receive", new { });
            (await zoho.RefundAsync((await zoho.CreditAsync(invoice)).Accepted()["creditnote"], 4)).Accepted();
            var purchase = await zoho.PurchaseAsync(item);
            (await zoho.ReceiveAsync(purchase, 2)).Accepted();
            (await zoho.BillAsync(purchase, 2)).Accepted();
            (await zoho.TransferAsync(item, 1)).Accepted();
            (await zoho.AdjustAsync(item, 3)).Accepted();
            before = await LedgerAsync(zoho);
        }
        await using var again = await ZohoClient.StartAsync("--state", folder.Path);
        Assert.Equal(before, await LedgerAsync(again));
        Assert.All(JsonNode.Parse(before)!.AsObject(), section => Assert.NotEmpty(section.Value!.AsArray()));
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

    private static async Task<string> LedgerAsync(ZohoClient zoho) =>
        (await zoho.Server.GetAsync("/_sandbox/ledger"))["zoho-inventory"]!.ToJsonString();
}
