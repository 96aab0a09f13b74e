using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_stock_is_adjusted : ZohoTest
{
    [Fact]
    public async Task Both_books_move_at_the_place_of_the_line()
    {
        var (one, two) = (await Zoho.ItemAsync("A"), await Zoho.ItemAsync("B"));
        (await AdjustAsync((one, 5, Shop.Main), (one, 2, Shop.Overflow), (two, -7, Shop.Main))).Accepted();
        var item = await ReadAsync(one);
        Assert.Equal((107m, 107m), (Shop.Number(item, "stock_on_hand"), Shop.Number(item, "available_stock")));
        Assert.Equal(["105", "2"], item["locations"]!.AsArray().Select(place => Shop.Text(place!, "location_stock_on_hand")));
        Assert.Equal(93m, Shop.Number(await ReadAsync(two), "stock_on_hand"));
    }

    [Fact]
    public async Task Deleting_it_undoes_it()
    {
        var item = await Zoho.ItemAsync();
        var made = (await AdjustAsync((item, 5, Shop.Main))).Accepted()["inventory_adjustment"];
        (await Zoho.DeleteAsync($"/inventoryadjustments/{Shop.Text(made, "inventory_adjustment_id")}")).Accepted();
        Assert.Equal(100m, Shop.Number(await ReadAsync(item), "stock_on_hand"));
    }

    [Fact]
    public async Task Changing_it_counts_the_difference()
    {
        var item = await Zoho.ItemAsync();
        var made = (await AdjustAsync((item, 5, Shop.Main))).Accepted()["inventory_adjustment"];
        var change = new { line_items = new[] { new { item_id = item, quantity_adjusted = -1 } } };
        (await Zoho.PutAsync($"/inventoryadjustments/{Shop.Text(made, "inventory_adjustment_id")}", change)).Accepted();
        Assert.Equal(99m, Shop.Number(await ReadAsync(item), "stock_on_hand"));
    }

    [Fact]
    public async Task By_value_it_moves_no_units()
    {
        var item = await Zoho.ItemAsync();
        var made = (await Zoho.PostAsync("/inventoryadjustments", new
        {
            date = "2026-11-21",
            reason = "Revaluation",
            adjustment_type = "value",
            line_items = new[] { new { item_id = item, value_adjusted = 12.5m } },
        })).Accepted()["inventory_adjustment"];
        Assert.Equal(12.5m, Shop.Number(made, "total"));
        Assert.Equal(100m, Shop.Number(await ReadAsync(item), "stock_on_hand"));
    }

    [Fact]
    public async Task A_service_is_refused()
    {
        var service = await Zoho.ItemAsync("HELP", type: "service");
        (await AdjustAsync((service, 1, Shop.Main))).Refused(36005, "not tracked");
    }

    [Fact]
    public async Task One_wrong_line_moves_nothing()
    {
        var item = await Zoho.ItemAsync();
        (await AdjustAsync((item, 5, Shop.Main), ("1", 1, Shop.Main))).Refused(1002, "Item");
        Assert.Equal(100m, Shop.Number(await ReadAsync(item), "stock_on_hand"));
    }

    [Fact]
    public async Task Shortage_is_refused_where_so_set()
    {
        await Zoho.SetAsync(new { refuseNegativeStock = true });
        (await AdjustAsync((await Zoho.ItemAsync(), -101, Shop.Main))).Refused(36005, "enough stock");
    }

    private Task<Reply> AdjustAsync(params (string Item, decimal Quantity, string Place)[] lines) =>
        Zoho.PostAsync("/inventoryadjustments", new
        {
            date = "2026-11-21",
            reason = "Stock count",
            reference_number = "COUNT-1",
            adjustment_type = "quantity",
            line_items = lines.Select(line =>
                new { item_id = line.Item, quantity_adjusted = line.Quantity, location_id = line.Place }),
        });

    private async Task<JsonNode> ReadAsync(string item) => (await Zoho.GetAsync($"/items/{item}"))["item"];
}
