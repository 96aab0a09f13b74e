namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_there_are_several_locations : ZohoTest
{
    [Fact]
    public async Task A_line_takes_the_stock_of_its_own()
    {
        var places = new[] { new { location_id = Shop.Main, initial_stock = 5 },
            new { location_id = Shop.Overflow, initial_stock = 7 } };
        var item = Shop.Text((await Zoho.PostAsync("/items", new { name = "Bottle", locations = places }))["item"], "item_id");
        var lines = new[] { new { item_id = item, quantity = 2, location_id = Shop.Overflow },
            new { item_id = item, quantity = 1, location_id = "" } };
        var body = new { customer_id = await Zoho.CustomerAsync(), line_items = lines };
        var order = Shop.Text((await Zoho.PostAsync("/salesorders", body)).Accepted()["salesorder"], "salesorder_id");
        (await Zoho.PostAsync($"/salesorders/{order}/status/confirmed")).Accepted();
        await Zoho.ControlAsync($"/salesorders/{order}/ship", new { });
        var shown = (await Zoho.GetAsync($"/items/{item}"))["item"]["locations"]!;
        Assert.Equal("4", Shop.Text(shown[0]!, "location_stock_on_hand"));
        Assert.Equal("5", Shop.Text(shown[1]!, "location_stock_on_hand"));
    }

    [Fact]
    public async Task One_that_is_not_there_is_refused()
    {
        var lines = new[] { new { name = "x", location_id = "460000000000999999" } };
        (await Zoho.PostAsync("/salesorders", new { customer_id = await Zoho.CustomerAsync(), line_items = lines }))
            .Refused(4, "location_id");
    }

    [Fact]
    public async Task Another_can_be_added_and_made_primary()
    {
        var added = (await Zoho.PostAsync("/locations", new { location_name = "North" })).Accepted()["locations"];
        (await Zoho.PostAsync($"/locations/{Shop.Text(added, "location_id")}/markasprimary")).Accepted();
        var rows = (await Zoho.GetAsync("/locations"))["locations"].AsArray();
        Assert.Equal("North", Shop.Text(rows.Single(row => row!["is_primary"]!.GetValue<bool>())!, "location_name"));
        Assert.NotEqual(0, (await Zoho.PostAsync("/locations", new { location_name = "North" })).Code);
    }

    [Fact]
    public async Task The_ids_of_all_settings_are_on_one_page()
    {
        var setup = await Zoho.Server.GetAsync(ZohoClient.Controls + "/setup");
        Assert.Equal(Shop.Main, Shop.Text(setup["locations"]![0]!, "location_id"));
        Assert.Contains(setup["accounts"]!.AsArray(), account => Shop.Text(account!, "account_id") == Shop.Clearing);
        Assert.Equal("GBP", Shop.Text(setup, "base_currency"));
        var taxes = (await Zoho.GetAsync("/settings/taxes"))["taxes"].AsArray();
        Assert.Equal([0m, 5m, 20m, 23m], taxes.Select(tax => Shop.Number(tax!, "tax_percentage")));
    }
}
