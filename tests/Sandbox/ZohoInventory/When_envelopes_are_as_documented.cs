using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_envelopes_are_as_documented : ZohoTest
{
    [Fact]
    public async Task They_have_the_names_of_the_vendors_files()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var id = Shop.Text(order, "salesorder_id");
        await Zoho.SetAsync(new { documentedEnvelopes = true });
        (await Zoho.GetAsync($"/salesorders/{id}"))["salesorder"].AsObject();
        var line = new { so_line_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), quantity = 1 };
        var body = new { date = "2026-11-21", line_items = new[] { line } };
        var package = (await Zoho.PostAsync($"/packages?salesorder_id={id}", body)).Accepted()["package"];
        Assert.Equal("package_id", Assert.Single(package.AsArray())!.AsObject().First().Key);
        Assert.Single((await Zoho.GetAsync("/packages"))["packagea"].AsArray());
    }

    [Fact]
    public async Task They_are_as_live_answers_have_them_otherwise()
    {
        var lines = new[] { new { name = "x", rate = 1 } };
        var body = new { customer_id = await Zoho.CustomerAsync(), line_items = lines };
        var keys = (await Zoho.PostAsync("/salesorders", body)).Json.AsObject().Select(member => member.Key);
        Assert.Equal(["code", "message", "salesorder"], keys);
        await Zoho.SetAsync(new { documentedEnvelopes = true });
        Assert.IsType<JsonObject>((await Zoho.PostAsync("/salesorders", body))["sales_order"]);
    }
}
