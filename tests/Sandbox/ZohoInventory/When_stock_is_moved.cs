namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_stock_is_moved : ZohoTest
{
    [Fact]
    public async Task It_arrives_at_once()
    {
        var item = await Zoho.ItemAsync();
        var order = (await Zoho.TransferAsync(item, 30)).Accepted()["transfer_order"];
        Assert.Equal("transferred", Shop.Text(order, "status"));
        Assert.Equal(("70", "30"), await PlacesAsync(item));
    }

    [Fact]
    public async Task Goods_on_their_way_are_at_neither_place()
    {
        var item = await Zoho.ItemAsync();
        var order = (await Zoho.TransferAsync(item, 30, inTransit: true)).Accepted()["transfer_order"];
        Assert.Equal(("70", "0"), await PlacesAsync(item));
        (await Zoho.PostAsync($"/transferorders/{Shop.Text(order, "transfer_order_id")}/markastransferred")).Accepted();
        Assert.Equal(("70", "30"), await PlacesAsync(item));
    }

    [Fact]
    public async Task Deleting_it_brings_them_back()
    {
        var item = await Zoho.ItemAsync();
        var order = (await Zoho.TransferAsync(item, 30)).Accepted()["transfer_order"];
        (await Zoho.DeleteAsync($"/transferorders?transfer_order_ids={Shop.Text(order, "transfer_order_id")}")).Accepted();
        Assert.Equal(("100", "0"), await PlacesAsync(item));
    }

    private async Task<(string Main, string Overflow)> PlacesAsync(string item)
    {
        var places = (await Zoho.GetAsync($"/items/{item}"))["item"]["locations"]!;
        return (Shop.Text(places[0]!, "location_stock_on_hand"), Shop.Text(places[1]!, "location_stock_on_hand"));
    }
}
