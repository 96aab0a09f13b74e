using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Shipments;

public sealed class When_goods_are_shipped
{
    [Fact]
    public async Task The_order_in_Sage_shows_it()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var settled = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));
        var id = settled.SalesOrders[0].GetProperty("salesorder_id").GetString();

        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{id}/ship", new { });

        var shown = await Patience.UntilAsync(async () =>
        {
            var order = (await world.LedgerAsync()).SageOrders[0];
            return order.GetProperty("UDF_SHIP_STATUS").GetString() == "shipped" ? order : (System.Text.Json.JsonElement?)null;
        });
        Assert.Equal("shipped", shown.GetProperty("UDF_SHIP_STATUS").GetString());
    }
}
