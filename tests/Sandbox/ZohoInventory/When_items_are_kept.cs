namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_items_are_kept : ZohoTest
{
    [Fact]
    public async Task A_SKU_that_is_taken_is_refused()
    {
        (await Zoho.PostAsync("/items", new { name = "Bottle", sku = "BTL" })).Accepted();
        Assert.Contains("already exists", (await Zoho.PostAsync("/items", new { name = "Other", sku = "btl" })).Message);
    }

    [Fact]
    public async Task Several_items_may_have_no_SKU()
    {
        (await Zoho.PostAsync("/items", new { name = "One" })).Accepted();
        (await Zoho.PostAsync("/items", new { name = "Two" })).Accepted();
    }

    [Fact]
    public async Task A_name_may_be_taken_twice_unless_so_set()
    {
        (await Zoho.PostAsync("/items", new { name = "Bottle", sku = "A" })).Accepted();
        (await Zoho.PostAsync("/items", new { name = "Bottle", sku = "B" })).Accepted();
        await Zoho.SetAsync(new { uniqueItemNames = true });
        Assert.Contains("name \"Bottle\" already exists", (await Zoho.PostAsync("/items", new { name = "Bottle" })).Message);
    }

    [Fact]
    public async Task Stock_is_shown_place_by_place_with_the_numbers_of_places_as_text()
    {
        var places = new[] { new { location_id = Shop.Main, initial_stock = 5 },
            new { location_id = Shop.Overflow, initial_stock = 7 } };
        var item = (await Zoho.PostAsync("/items", new { name = "Bottle", locations = places })).Accepted()["item"];
        Assert.Equal(12, Shop.Number(item, "stock_on_hand"));
        Assert.Equal("7", Shop.Text(item["locations"]![1]!, "location_stock_on_hand"));
    }

    [Fact]
    public async Task Details_of_several_are_read_in_one_call()
    {
        var (one, two) = (await Zoho.ItemAsync("A"), await Zoho.ItemAsync("B"));
        Assert.Equal(2, (await Zoho.GetAsync($"/itemdetails?item_ids={two},{one}"))["items"].AsArray().Count);
    }

    [Fact]
    public async Task Several_are_marked_and_deleted_in_one_call()
    {
        var (one, two) = (await Zoho.ItemAsync("A"), await Zoho.ItemAsync("B"));
        (await Zoho.PostAsync($"/items/inactive?item_ids={one},{two}")).Accepted();
        Assert.Equal(2, (await Zoho.GetAsync("/items?filter_by=Status.Inactive"))["items"].AsArray().Count);
        (await Zoho.DeleteAsync($"/items?item_ids={one},{two}")).Accepted();
        Assert.Empty((await Zoho.GetAsync("/items"))["items"].AsArray());
    }

    [Fact]
    public async Task One_of_several_that_is_used_keeps_them_all()
    {
        var (one, two) = (await Zoho.ItemAsync("A"), await Zoho.ItemAsync("B"));
        await Zoho.OrderAsync(await Zoho.CustomerAsync(), two);
        (await Zoho.DeleteAsync($"/items?item_ids={one},{two}")).Refused(36005, "part of other transactions");
        Assert.Equal(2, (await Zoho.GetAsync("/items"))["items"].AsArray().Count);
    }

    [Fact]
    public async Task A_new_initial_stock_counts_the_difference()
    {
        var places = new[] { new { location_id = Shop.Main, initial_stock = 5 } };
        var made = (await Zoho.PostAsync("/items", new { name = "Bottle", locations = places })).Accepted()["item"];
        places = [new { location_id = Shop.Main, initial_stock = 8 }];
        var item = (await Zoho.PutAsync($"/items/{Shop.Text(made, "item_id")}", new { locations = places })).Accepted()["item"];
        Assert.Equal(8, Shop.Number(item, "stock_on_hand"));
    }

    [Fact]
    public async Task Only_those_modified_after_the_given_second_are_listed()
    {
        await Zoho.ItemAsync("OLD");
        var stamp = Shop.Text((await Zoho.GetAsync("/items?sku=OLD"))["items"][0]!, "last_modified_time");
        await Zoho.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 1 });
        await Zoho.ItemAsync("NEW");
        var since = (await Zoho.GetAsync($"/items?last_modified_time={Uri.EscapeDataString(stamp)}"))["items"].AsArray();
        Assert.Equal("NEW", Shop.Text(Assert.Single(since)!, "sku"));
    }

    [Fact]
    public async Task Warehouses_take_the_place_of_locations_in_older_organisations()
    {
        await Zoho.SetAsync(new { places = "warehouses" });
        var item = await Zoho.ItemAsync();
        var shown = (await Zoho.GetAsync($"/items/{item}"))["item"];
        Assert.Equal("100", Shop.Text(shown["warehouses"]![0]!, "warehouse_stock_on_hand"));
        Assert.Null(shown["locations"]);
        (await Zoho.GetAsync("/locations")).Refused(5, "Invalid URL");
        (await Zoho.GetAsync("/settings/warehouses")).Accepted();
    }

    [Fact]
    public async Task A_warehouse_is_an_invalid_element_after_the_switch_to_locations()
    {
        var lines = new[] { new { name = "x", rate = 1, warehouse_id = Shop.Main } };
        (await Zoho.PostAsync("/salesorders", new { customer_id = await Zoho.CustomerAsync(), line_items = lines }))
            .Refused(4, "Invalid Element warehouse_id");
    }
}
