using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_an_order_is_shipped : ZohoTest
{
    [Fact]
    public async Task Packing_counts_and_shipping_moves_the_physical_stock()
    {
        var order = await OrderAsync();
        Assert.Equal((100m, 97m), await PhysicalAsync());
        var package = (await PackAsync(order, 2)).Accepted()["package"];
        Assert.Equal((100m, 97m), await PhysicalAsync());
        (await ShipAsync(order, package)).Accepted();
        Assert.Equal((98m, 97m), await PhysicalAsync());
        var after = await ReadAsync(order);
        Assert.Equal("partially_shipped", Shop.Text(after, "shipped_status"));
        Assert.Equal(2, Shop.Number(after["line_items"]![0]!, "quantity_shipped"));
    }

    [Fact]
    public async Task More_than_was_ordered_cannot_be_packed()
    {
        var order = await OrderAsync();
        (await PackAsync(order, 2)).Accepted();
        Assert.Contains("more than the quantity ordered", (await PackAsync(order, 2)).Message);
    }

    [Fact]
    public async Task A_package_is_shipped_once()
    {
        var order = await OrderAsync();
        var package = (await PackAsync(order, 3))["package"];
        (await ShipAsync(order, package)).Accepted();
        Assert.Contains("already been shipped", (await ShipAsync(order, package)).Message);
    }

    [Fact]
    public async Task Delivery_shows_on_shipment_package_and_order()
    {
        var order = await OrderAsync();
        var package = (await PackAsync(order, 3))["package"];
        var shipment = (await ShipAsync(order, package))["shipmentorder"];
        Assert.Equal("shipped", Shop.Text(await ReadAsync(order), "shipped_status"));
        (await Zoho.PostAsync($"/shipmentorders/{Shop.Text(shipment, "shipmentorder_id")}/status/delivered")).Accepted();
        var after = await ReadAsync(order);
        Assert.Equal("fulfilled", Shop.Text(after, "shipped_status"));
        Assert.Equal("delivered", Shop.Text(after["packages"]![0]!, "status"));
        Assert.Equal("TRK1", Shop.Text(after["packages"]![0]!, "tracking_number"));
    }

    [Fact]
    public async Task The_order_closes_when_it_is_invoiced_as_well()
    {
        var order = await OrderAsync();
        (await ShipAsync(order, (await PackAsync(order, 3))["package"])).Accepted();
        Assert.Equal("confirmed", Shop.Text(await ReadAsync(order), "status"));
        (await Zoho.InvoiceAsync(order)).Accepted();
        Assert.Equal("closed", Shop.Text(await ReadAsync(order), "status"));
    }

    [Fact]
    public async Task Taking_a_shipment_back_restores_the_stock()
    {
        var order = await OrderAsync();
        var shipment = (await ShipAsync(order, (await PackAsync(order, 3))["package"]))["shipmentorder"];
        (await Zoho.DeleteAsync($"/shipmentorders/{Shop.Text(shipment, "shipment_id")}")).Accepted();
        Assert.Equal((100m, 97m), await PhysicalAsync());
    }

    [Fact]
    public async Task Exact_filters_on_packages_are_ignored_silently()
    {
        await PackAsync(await OrderAsync(), 1);
        Assert.Single((await Zoho.GetAsync("/packages?salesorder_number=NO-SUCH&package_number=NO-SUCH"))["packages"].AsArray());
        Assert.Empty((await Zoho.GetAsync("/packages?salesorder_number_contains=NO-SUCH"))["packages"].AsArray());
    }

    [Fact]
    public async Task One_control_call_does_the_warehouses_part()
    {
        var order = await OrderAsync();
        var id = Shop.Text(order, "salesorder_id");
        await Zoho.ControlAsync($"/salesorders/{id}/ship", new { carrier = "DHL", trackingNumber = "TRK9" });
        await Zoho.ControlAsync($"/salesorders/{id}/deliver", new { });
        var after = await ReadAsync(order);
        Assert.Equal("fulfilled", Shop.Text(after, "shipped_status"));
        Assert.Equal("DHL", Shop.Text(after["packages"]![0]!, "carrier"));
    }

    [Fact]
    public async Task Shortage_is_refused_where_so_set()
    {
        await Zoho.SetAsync(new { refuseNegativeStock = true });
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync(stock: 2));
        Assert.Contains("enough stock", (await ShipAsync(order, (await PackAsync(order, 3))["package"])).Message);
    }

    private async Task<JsonNode> OrderAsync() => await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());

    private Task<Reply> PackAsync(JsonNode order, decimal quantity) =>
        Zoho.PostAsync($"/packages?salesorder_id={Shop.Text(order, "salesorder_id")}", new
        {
            date = "2026-11-21",
            line_items = new[] { new { so_line_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), quantity } },
        });

    private Task<Reply> ShipAsync(JsonNode order, JsonNode package) => Zoho.PostAsync(
        $"/shipmentorders?salesorder_id={Shop.Text(order, "salesorder_id")}&package_ids={Shop.Text(package, "package_id")}"
            + "&send_notification=false",
        new { date = "2026-11-21", delivery_method = "DHL", tracking_number = "TRK1" });

    private async Task<JsonNode> ReadAsync(JsonNode order) =>
        (await Zoho.GetAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}"))["salesorder"];

    private async Task<(decimal OnHand, decimal Available)> PhysicalAsync()
    {
        var item = (await Zoho.GetAsync("/items?sku=BTL-1L"))["items"][0]!;
        return (Shop.Number(item, "stock_on_hand"), Shop.Number(item, "actual_available_stock"));
    }
}
