using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>Records that most tests need.</summary>
public static class Shop
{
    public const string Euro = "460000000000000099";
    public const string Yen = "460000000000000103";
    public const string Dinar = "460000000000000105";
    public const string Main = "460000000000038080";
    public const string Overflow = "460000000000038082";
    public const string Vat5 = "460000000000017005";
    public const string Vat20 = "460000000000017020";
    public const string Vat23 = "460000000000017023";
    public const string Clearing = "460000000000000555";

    public static async Task<string> CustomerAsync(this ZohoClient zoho, string name = "Ada Byron", string? currency = null)
    {
        var persons = new[] { new { first_name = name, email = name.Replace(' ', '.') + "@example.com" } };
        var body = new { contact_name = name, currency_id = currency, contact_persons = persons };
        var reply = await zoho.PostAsync("/contacts", body);
        return Text(reply.Accepted()["contact"], "contact_id");
    }

    public static async Task<string> ItemAsync(this ZohoClient zoho, string sku = "BTL-1L", decimal stock = 100,
        string type = "goods")
    {
        await zoho.ControlAsync("/items", new[] { new { sku, name = sku, rate = 10m, type, stock } });
        return Text((await zoho.GetAsync($"/items?sku={sku}"))["items"][0]!, "item_id");
    }

    /// <summary>A confirmed order for some of one item at 10.00 each.</summary>
    public static async Task<JsonNode> OrderAsync(this ZohoClient zoho, string customer, string item, decimal quantity = 3)
    {
        var reply = await zoho.PostAsync("/salesorders", new
        {
            customer_id = customer,
            reference_number = "pi_1",
            line_items = new[] { new { item_id = item, rate = 10m, quantity } },
        });
        var order = reply.Accepted()["salesorder"];
        (await zoho.PostAsync($"/salesorders/{Text(order, "salesorder_id")}/status/confirmed")).Accepted();
        return order;
    }

    public static async Task<Reply> InvoiceAsync(this ZohoClient zoho, JsonNode order, decimal quantity = 3) =>
        await zoho.PostAsync($"/invoices?salesorder_id={Text(order, "salesorder_id")}", new
        {
            customer_id = Text(order, "customer_id"),
            line_items = new[]
            {
                new
                {
                    item_id = Text(order["line_items"]![0]!, "item_id"),
                    salesorder_item_id = Text(order["line_items"]![0]!, "line_item_id"),
                    rate = 10m,
                    quantity,
                },
            },
        });

    public static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    public static decimal Number(JsonNode node, string name) => node[name]!.GetValue<decimal>();
}
