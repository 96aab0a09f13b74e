using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_goods_are_bought : ZohoTest
{
    [Fact]
    public async Task The_order_has_the_totals_of_its_purchase_rates()
    {
        var order = await Zoho.PurchaseAsync(await Zoho.ItemAsync());
        Assert.Equal((40m, "PO-00001"), (Shop.Number(order, "total"), Shop.Text(order, "purchaseorder_number")));
        Assert.Equal(4m, Shop.Number(order["line_items"]![0]!, "purchase_rate"));
    }

    [Fact]
    public async Task Receiving_raises_the_physical_stock_and_moves_the_order_on()
    {
        var item = await Zoho.ItemAsync();
        var order = await Zoho.PurchaseAsync(item);
        (await Zoho.ReceiveAsync(order, 4)).Accepted();
        Assert.Equal(104m, await OnHandAsync(item));
        Assert.Equal("partially_received", Shop.Text(await ReadAsync(order), "status"));
        (await Zoho.ReceiveAsync(order, 6, "R-2")).Accepted();
        var after = await ReadAsync(order);
        Assert.Equal("received", Shop.Text(after, "status"));
        Assert.Equal(["R-1", "R-2"], after["purchasereceives"]!.AsArray().Select(row => Shop.Text(row!, "receive_number")));
    }

    [Fact]
    public async Task More_than_was_ordered_and_a_number_twice_are_refused()
    {
        var order = await Zoho.PurchaseAsync(await Zoho.ItemAsync());
        (await Zoho.ReceiveAsync(order, 11)).Refused(36005, "more than the quantity ordered");
        (await Zoho.ReceiveAsync(order, 1)).Accepted();
        (await Zoho.ReceiveAsync(order, 1)).Refused(1001, "R-1");
    }

    [Fact]
    public async Task Taking_a_receive_back_lowers_the_stock_again()
    {
        var item = await Zoho.ItemAsync();
        var order = await Zoho.PurchaseAsync(item);
        var receive = (await Zoho.ReceiveAsync(order, 4)).Accepted()["purchasereceive"];
        (await Zoho.DeleteAsync($"/purchasereceives/{Shop.Text(receive, "receive_id")}")).Accepted();
        Assert.Equal(100m, await OnHandAsync(item));
        Assert.Equal("issued", Shop.Text(await ReadAsync(order), "status"));
    }

    [Fact]
    public async Task An_order_that_is_not_issued_cannot_be_received_and_one_with_receives_not_be_cancelled()
    {
        var order = await Zoho.PurchaseAsync(await Zoho.ItemAsync());
        var path = $"/purchaseorders/{Shop.Text(order, "purchaseorder_id")}";
        (await Zoho.PostAsync(path + "/status/cancelled")).Accepted();
        (await Zoho.ReceiveAsync(order, 1)).Refused(36005, "cancelled");
        (await Zoho.PostAsync(path + "/status/issued")).Accepted();
        (await Zoho.ReceiveAsync(order, 1)).Accepted();
        (await Zoho.PostAsync(path + "/status/cancelled")).Refused(36005, "receives");
    }

    [Fact]
    public async Task A_customer_is_no_vendor()
    {
        var body = new { vendor_id = await Zoho.CustomerAsync(), line_items = new[] { new { name = "Glue", quantity = 1 } } };
        (await Zoho.PostAsync("/purchaseorders", body)).Refused(4, "vendor_id");
    }

    [Fact]
    public async Task Orders_are_found_by_status_by_the_words_of_Books_as_well()
    {
        await Zoho.PurchaseAsync(await Zoho.ItemAsync());
        Assert.Single((await Zoho.GetAsync("/purchaseorders?status=open"))["purchaseorders"].AsArray());
        Assert.Single((await Zoho.GetAsync("/purchaseorders?reference_number=PO0000123"))["purchaseorders"].AsArray());
        Assert.Empty((await Zoho.GetAsync("/purchaseorders?status=received"))["purchaseorders"].AsArray());
    }

    [Fact]
    public async Task A_bill_raises_the_accounting_stock_and_closes_what_has_come_in()
    {
        var item = await Zoho.ItemAsync();
        var order = await Zoho.PurchaseAsync(item);
        (await Zoho.ReceiveAsync(order, 10)).Accepted();
        var bill = (await Zoho.BillAsync(order, 10)).Accepted()["bill"];
        Assert.Equal((40m, "open"), (Shop.Number(bill, "total"), Shop.Text(bill, "status")));
        Assert.Equal(110m, Shop.Number((await Zoho.GetAsync($"/items/{item}"))["item"], "available_stock"));
        var after = await ReadAsync(order);
        Assert.Equal("closed", Shop.Text(after, "status"));
        Assert.Equal(Shop.Text(bill, "bill_id"), Shop.Text(after["bills"]![0]!, "bill_id"));
        (await Zoho.BillAsync(order, 1)).Refused(36005, "more than the quantity ordered");
        (await Zoho.PostAsync($"/bills/{Shop.Text(bill, "bill_id")}/status/void")).Accepted();
        Assert.Equal(100m, Shop.Number((await Zoho.GetAsync($"/items/{item}"))["item"], "available_stock"));
        Assert.Equal("received", Shop.Text(await ReadAsync(order), "status"));
    }

    private async Task<JsonNode> ReadAsync(JsonNode order) =>
        (await Zoho.GetAsync($"/purchaseorders/{Shop.Text(order, "purchaseorder_id")}"))["purchaseorder"];

    private async Task<decimal> OnHandAsync(string item) =>
        Shop.Number((await Zoho.GetAsync($"/items/{item}"))["item"], "stock_on_hand");
}
