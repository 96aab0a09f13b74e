using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_goods_come_back : ZohoTest
{
    [Fact]
    public async Task The_physical_stock_rises_when_they_are_received_and_not_before()
    {
        var back = await ReturnAsync(await ShippedAsync(), 2);
        Assert.Equal(97, await OnHandAsync());
        (await ReceiveAsync(back, 1)).Accepted();
        Assert.Equal(98, await OnHandAsync());
        var after = await ReadAsync(back);
        Assert.Equal("partially_received", Shop.Text(after, "receive_status"));
        Assert.Equal(1m, Shop.Number(after["salesreturnreceives"]![0]!["line_items"]![0]!, "quantity"));
    }

    [Fact]
    public async Task Taking_a_receive_back_undoes_it()
    {
        var back = await ReturnAsync(await ShippedAsync(), 2);
        var receive = (await ReceiveAsync(back, 2)).Accepted()["salesreturnreceive"];
        var path = $"/salesreturnreceives/{Shop.Text(receive, "receive_id")}";
        Assert.Equal(Shop.Text(back, "salesreturn_id"),
            Shop.Text((await Zoho.GetAsync(path)).Accepted()["salesreturnreceive"], "salesreturn_id"));
        (await Zoho.DeleteAsync(path)).Accepted();
        Assert.Equal(97, await OnHandAsync());
        Assert.Equal("not_received", Shop.Text(await ReadAsync(back), "receive_status"));
    }

    [Fact]
    public async Task More_than_was_shipped_is_refused()
    {
        var order = await ShippedAsync();
        await ReturnAsync(order, 2);
        (await CreateAsync(order, 2)).Refused(36005, "more than the quantity shipped");
        var line = (await OrderAsync(order))["line_items"]![0]!;
        Assert.Equal(2m, Shop.Number(line, "quantity_returned"));
    }

    [Fact]
    public async Task Nothing_can_come_back_that_was_not_shipped()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        (await CreateAsync(order, 1)).Refused(36005, "more than the quantity shipped");
    }

    [Fact]
    public async Task More_than_is_on_the_return_cannot_be_received()
    {
        var back = await ReturnAsync(await ShippedAsync(), 2);
        (await ReceiveAsync(back, 3)).Refused(36005, "more than the quantity returned");
    }

    [Fact]
    public async Task Units_that_are_only_credited_are_never_received()
    {
        var order = await ShippedAsync();
        var back = (await CreateAsync(order, quantity: 1, credited: 2)).Accepted()["salesreturn"];
        Assert.Equal(3m, Shop.Number(await ReadAsync(back), "quantity"));
        (await ReceiveAsync(back, 2)).Refused(36005, "more than the quantity returned");
    }

    [Fact]
    public async Task The_order_is_named_in_the_query()
    {
        var order = await ShippedAsync();
        var lines = new[] { new { salesorder_item_id = LineOf(order), quantity = 1 } };
        var body = new { salesorder_id = Shop.Text(order, "salesorder_id"), line_items = lines };
        (await Zoho.PostAsync("/salesreturns", body)).Refused(2, "salesorder_id");
    }

    [Fact]
    public async Task Filters_on_the_list_are_ignored_silently()
    {
        await ReturnAsync(await ShippedAsync(), 1);
        Assert.Single((await Zoho.GetAsync("/salesreturns?salesorder_id=1&salesreturn_number=no"))["salesreturns"].AsArray());
    }

    [Fact]
    public async Task A_return_waits_for_a_person_where_returns_are_approved()
    {
        await Zoho.SetAsync(new { returnApprovals = true });
        var back = await ReturnAsync(await ShippedAsync(), 1);
        Assert.Equal("pending_approval", Shop.Text(back, "salesreturn_status"));
        (await ReceiveAsync(back, 1)).Refused(36005, "pending_approval");
        await Zoho.ControlAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}/approve", new { });
        (await ReceiveAsync(back, 1)).Accepted();
    }

    [Fact]
    public async Task A_declined_return_gives_its_units_free_again()
    {
        await Zoho.SetAsync(new { returnApprovals = true });
        var order = await ShippedAsync();
        var back = await ReturnAsync(order, 3);
        await Zoho.ControlAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}/decline", new { });
        (await CreateAsync(order, 3)).Accepted();
    }

    [Fact]
    public async Task A_shipment_whose_goods_came_back_stays()
    {
        var order = await ShippedAsync();
        await ReturnAsync(order, 1);
        var shipment = Shop.Text((await OrderAsync(order))["packages"]![0]!, "shipment_id");
        (await Zoho.DeleteAsync($"/shipmentorders/{shipment}")).Refused(36005, "sales returns");
    }

    [Fact]
    public async Task The_returns_desk_needs_one_control_call_for_each_step()
    {
        var order = await ShippedAsync();
        var back = await Zoho.ControlAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}/return", new { });
        Assert.Equal(3m, Shop.Number(back, "quantity"));
        var after = await Zoho.ControlAsync($"/salesreturns/{Shop.Text(back, "salesreturn_number")}/receive", new { });
        Assert.Equal("received", Shop.Text(after, "receive_status"));
        Assert.Equal(100, await OnHandAsync());
    }

    private async Task<JsonNode> ShippedAsync()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        await Zoho.ControlAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}/ship", new { });
        return order;
    }

    private static string LineOf(JsonNode order) => Shop.Text(order["line_items"]![0]!, "line_item_id");

    private async Task<JsonNode> ReturnAsync(JsonNode order, decimal quantity) =>
        (await CreateAsync(order, quantity)).Accepted()["salesreturn"];

    private Task<Reply> CreateAsync(JsonNode order, decimal quantity, decimal credited = 0) =>
        Zoho.PostAsync($"/salesreturns?salesorder_id={Shop.Text(order, "salesorder_id")}", new
        {
            reason = "Too big",
            line_items = new[] { new { salesorder_item_id = LineOf(order), quantity, non_receive_quantity = credited } },
        });

    private Task<Reply> ReceiveAsync(JsonNode back, decimal quantity) =>
        Zoho.PostAsync($"/salesreturnreceives?salesreturn_id={Shop.Text(back, "salesreturn_id")}", new
        {
            date = "2026-11-21",
            line_items = new[] { new { line_item_id = LineOf(back), quantity } },
        });

    private async Task<JsonNode> ReadAsync(JsonNode back) =>
        (await Zoho.GetAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}"))["salesreturn"];

    private async Task<JsonNode> OrderAsync(JsonNode order) =>
        (await Zoho.GetAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}"))["salesorder"];

    private async Task<decimal> OnHandAsync() =>
        Shop.Number((await Zoho.GetAsync("/items?sku=BTL-1L"))["items"][0]!, "stock_on_hand");
}
