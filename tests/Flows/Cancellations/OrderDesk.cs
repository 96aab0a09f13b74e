using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Cancellations;

/// <summary>Orders that people enter in Zoho before they are paid.</summary>
internal static class OrderDesk
{
    /// <summary>A payment that is authorised and not captured; answers with its payment intent.</summary>
    public static async Task<string> AuthoriseAsync(this World world)
    {
        await world.StockAsync("BTL-1L", "CUP-2");
        return (await world.CheckoutAsync(Orders.With("capture", "manual"))).PaymentIntent;
    }

    /// <summary>A confirmed order that waits in Sage, entered for a payment; answers with its id.</summary>
    public static async Task<string> EnterAsync(this World world, string paymentIntent)
    {
        var contact = await world.ByHandAsync("POST", "/contacts", new { contact_name = "Porto Cafe" });
        var item = (await world.LedgerAsync()).Zoho("items").First(each => Desk.Text(each, "sku") == "BTL-1L");
        var order = await world.ByHandAsync("POST", "/salesorders", new
        {
            customer_id = Desk.Text(contact.GetProperty("contact"), "contact_id"),
            reference_number = paymentIntent,
            line_items = new[] { new { item_id = Desk.Text(item, "item_id"), quantity = 2, rate = 10 } },
        });
        var id = Desk.Text(order.GetProperty("salesorder"), "salesorder_id");
        await world.ByHandAsync("POST", $"/salesorders/{id}/status/confirmed", new { });
        await world.RunAsync("so2sage-" + id, "done");
        return id;
    }

    /// <summary>Gives the authorisation up, as its owner.</summary>
    public static async Task CancelPaymentAsync(this World world, string paymentIntent)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/payment_intents/{paymentIntent}/cancel");
        request.Headers.Add("Authorization", "Bearer sk_test_sandbox");
        (await world.Sandbox.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>The status of the only order in Zoho.</summary>
    public static string ZohoStatus(this Ledger ledger) => Desk.Text(Assert.Single(ledger.SalesOrders), "status");

    /// <summary>The statuses of Sage's order history.</summary>
    public static IEnumerable<string> SageHistory(this Ledger ledger) =>
        ledger.Root.GetProperty("sage-100").GetProperty("history").EnumerateArray().Select(order => Desk.Text(order, "OrderStatus"));
}
