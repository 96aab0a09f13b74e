using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_an_order_is_invoiced : ZohoTest
{
    [Fact]
    public async Task The_order_counts_what_was_invoiced_line_by_line()
    {
        var order = await OrderAsync();
        (await Zoho.InvoiceAsync(order, 2)).Accepted();
        var after = await ReadAsync(order);
        Assert.Equal("partially_invoiced", Shop.Text(after, "invoiced_status"));
        Assert.Equal(2, Shop.Number(after["line_items"]![0]!, "quantity_invoiced"));
        Assert.Single(after["invoices"]!.AsArray());
    }

    [Fact]
    public async Task A_line_without_its_link_invoices_nothing_of_the_order()
    {
        var order = await OrderAsync();
        var lines = new[] { new { item_id = Shop.Text(order["line_items"]![0]!, "item_id"), rate = 10, quantity = 3 } };
        var body = new { customer_id = Shop.Text(order, "customer_id"), line_items = lines };
        (await Zoho.PostAsync($"/invoices?salesorder_id={Shop.Text(order, "salesorder_id")}", body)).Accepted();
        Assert.Equal("not_invoiced", Shop.Text(await ReadAsync(order), "invoiced_status"));
    }

    [Fact]
    public async Task More_than_was_ordered_is_refused()
    {
        var order = await OrderAsync();
        (await Zoho.InvoiceAsync(order, 2)).Accepted();
        Assert.Contains("more than the quantity ordered", (await Zoho.InvoiceAsync(order, 2)).Message);
    }

    [Fact]
    public async Task A_draft_order_cannot_be_invoiced()
    {
        var lines = new[] { new { item_id = await Zoho.ItemAsync(), rate = 10, quantity = 3 } };
        var body = new { customer_id = await Zoho.CustomerAsync(), line_items = lines };
        var order = (await Zoho.PostAsync("/salesorders", body))["salesorder"];
        Assert.Contains("draft", (await Zoho.InvoiceAsync(order)).Message);
    }

    [Fact]
    public async Task The_lines_of_another_customers_order_are_refused()
    {
        var order = await OrderAsync();
        order["customer_id"] = await Zoho.CustomerAsync("Grace Hopper");
        (await Zoho.InvoiceAsync(order)).Refused(4, "salesorder_item_id");
    }

    [Fact]
    public async Task Sending_moves_the_accounting_stock_and_only_that()
    {
        var order = await OrderAsync();
        var invoice = Shop.Text((await Zoho.InvoiceAsync(order))["invoice"], "invoice_id");
        Assert.Equal((100m, 97m, 97m), await StockAsync());
        (await Zoho.PostAsync($"/invoices/{invoice}/status/sent")).Accepted();
        await Zoho.SetAsync(new { stockMode = "accounting" });
        Assert.Equal((97m, 97m, 97m), await StockAsync());
    }

    [Fact]
    public async Task Voiding_gives_everything_back()
    {
        var order = await OrderAsync();
        var invoice = Shop.Text((await Zoho.InvoiceAsync(order))["invoice"], "invoice_id");
        (await Zoho.PostAsync($"/invoices/{invoice}/status/sent")).Accepted();
        (await Zoho.PostAsync($"/invoices/{invoice}/status/void")).Accepted();
        await Zoho.SetAsync(new { stockMode = "accounting" });
        Assert.Equal((100m, 97m, 97m), await StockAsync());
        Assert.Equal("not_invoiced", Shop.Text(await ReadAsync(order), "invoiced_status"));
        (await Zoho.InvoiceAsync(order)).Accepted();
    }

    [Fact]
    public async Task The_order_cannot_be_voided_any_more()
    {
        var order = await OrderAsync();
        (await Zoho.InvoiceAsync(order)).Accepted();
        Assert.NotEqual(0, (await Zoho.PostAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}/status/void")).Code);
    }

    private async Task<JsonNode> OrderAsync() => await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());

    private async Task<JsonNode> ReadAsync(JsonNode order) =>
        (await Zoho.GetAsync($"/salesorders/{Shop.Text(order, "salesorder_id")}"))["salesorder"];

    private async Task<(decimal OnHand, decimal Accounting, decimal Physical)> StockAsync()
    {
        var item = (await Zoho.GetAsync("/items?sku=BTL-1L"))["items"][0]!;
        return (Shop.Number(item, "stock_on_hand"), Shop.Number(item, "available_stock"),
            Shop.Number(item, "actual_available_stock"));
    }
}
