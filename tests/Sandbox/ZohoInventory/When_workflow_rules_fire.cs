using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Webhooks;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_workflow_rules_fire : IAsyncLifetime
{
    private const string Secret = "demoToken1234567";
    private static readonly string[] confirmed = ["salesorder.confirmed"];
    private ZohoClient zoho = null!;
    private Receiver receiver = null!;

    public async Task InitializeAsync() => (zoho, receiver) = (await ZohoClient.StartAsync(), await Receiver.StartAsync());

    public async Task DisposeAsync()
    {
        await zoho.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public void The_signature_is_that_of_the_vendor_notes()
    {
        var pairs = new Dictionary<string, string> { ["rule"] = "so_created", ["region"] = "eu" };
        Assert.Equal("4d2d34bb3b9bd7fcfcdf9a8a41768683be321c80b1f7e037434186c596965312",
            WebhookSignature.Of(Secret, pairs, "{\"salesorder\":{\"salesorder_id\":\"460000000091001\"}}"));
    }

    [Fact]
    public async Task The_default_body_is_the_record_under_its_modules_name_signed_with_the_query()
    {
        await AddAsync(new { url = receiver.Url + "?rule=so&a=1", secret = Secret, rules = confirmed });
        await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
        var hook = await receiver.NextAsync();
        Assert.Equal("confirmed", Shop.Text(JsonNode.Parse(hook.Body)!["salesorder"]!, "status"));
        Assert.Equal(Sign("a1ruleso" + hook.Body), hook.Signature);
        Assert.Equal(0, receiver.Waiting);
    }

    [Fact]
    public async Task A_form_has_the_chosen_fields()
    {
        var parameters = new { id = "${SALESORDER.SALESORDER_ID}", kind = "so & more" };
        await AddAsync(new { url = receiver.Url, secret = Secret, rules = confirmed, body = "form", parameters });
        var order = await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
        var hook = await receiver.NextAsync();
        var id = Shop.Text(order, "salesorder_id");
        Assert.Equal($"id={id}&kind=so%20%26%20more", hook.Body);
        Assert.Equal(Sign($"id{id}kindso & more"), hook.Signature);
    }

    [Fact]
    public async Task A_raw_body_is_the_text_with_its_fields_filled_in()
    {
        await AddAsync(new { url = receiver.Url, rules = confirmed, body = "raw",
            raw = "{\"number\":\"${SALESORDER.SALESORDER_NUMBER}\"}" });
        await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
        var hook = await receiver.NextAsync();
        Assert.Equal("{\"number\":\"SO-00001\"}", hook.Body);
        Assert.Equal("", hook.Signature);
    }

    [Fact]
    public async Task Shipping_is_announced_step_by_step()
    {
        await AddAsync(new { url = receiver.Url,
            rules = new List<string> { "package.created", "shipment.created", "shipment.delivered" } });
        var id = Shop.Text(await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync()), "salesorder_id");
        await zoho.ControlAsync($"/salesorders/{id}/ship", new { });
        await zoho.ControlAsync($"/salesorders/{id}/deliver", new { });
        var modules = new List<string>();
        for (var i = 0; i < 3; i++) modules.Add(JsonNode.Parse((await receiver.NextAsync()).Body)!.AsObject().Single().Key);
        Assert.Equal(["package", "shipmentorder", "shipmentorder"], modules.Order());
    }

    [Fact]
    public async Task Every_module_is_announced_under_its_own_name()
    {
        var invoice = await zoho.SentInvoiceAsync(paid: true, shipped: true);
        var item = Shop.Text(invoice["line_items"]![0]!, "item_id");
        await AddAsync(new { url = receiver.Url });
        var back = await zoho.ControlAsync($"/salesorders/{Shop.Text(invoice, "salesorder_id")}/return", new { });
        await zoho.ControlAsync($"/salesreturns/{Shop.Text(back, "salesreturn_id")}/receive", new { });
        var note = (await zoho.CreditAsync(invoice)).Accepted()["creditnote"];
        (await zoho.RefundAsync(note, 1)).Accepted();
        (await zoho.ReceiveAsync(await zoho.PurchaseAsync(item), 1)).Accepted();
        (await zoho.TransferAsync(item, 1)).Accepted();
        await zoho.ControlAsync("/by-hand", new { path = $"/items/{item}/inactive" });
        string[] expected = ["contact", "creditnote", "creditnote_refund", "item", "purchaseorder", "purchasereceive",
            "salesreturn", "salesreturnreceive", "transferorder"];
        var modules = new HashSet<string>();
        while (modules.Count < expected.Length)
            modules.Add(JsonNode.Parse((await receiver.NextAsync()).Body)!.AsObject().Single().Key);
        Assert.Equal(expected, modules.Order());
    }

    [Fact]
    public async Task Where_so_set_only_what_people_do_is_announced()
    {
        await zoho.SetAsync(new { rulesOnApiWrites = false });
        await AddAsync(new { url = receiver.Url });
        var path = $"/contacts/{await zoho.CustomerAsync()}";
        await zoho.ControlAsync("/by-hand", new { method = "PUT", path, body = new { notes = "Calls on Fridays" } });
        Assert.Equal("Calls on Fridays", Shop.Text(JsonNode.Parse((await receiver.NextAsync()).Body)!["contact"]!, "notes"));
        Assert.Equal(0, receiver.Waiting);
    }

    [Fact]
    public async Task A_webhook_can_be_lost_or_come_twice()
    {
        await AddAsync(new { url = receiver.Url, rules = confirmed });
        await zoho.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-inventory", kind = "webhook-lost", count = 1 });
        await zoho.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-inventory", kind = "webhook-duplicate", count = 1 });
        var (customer, item) = (await zoho.CustomerAsync(), await zoho.ItemAsync());
        await zoho.OrderAsync(customer, item);
        await zoho.OrderAsync(customer, item);
        Assert.Equal((await receiver.NextAsync()).Body, (await receiver.NextAsync()).Body);
    }

    [Fact]
    public async Task A_refused_webhook_is_sent_again_only_where_so_set()
    {
        await AddAsync(new { url = receiver.Url, rules = confirmed, retryAfterSeconds = new List<int> { 3600 } });
        receiver.Statuses.Enqueue(500);
        await zoho.OrderAsync(await zoho.CustomerAsync(), await zoho.ItemAsync());
        var first = await receiver.NextAsync();
        await WhenDueAsync();
        Assert.Equal(first.Body, (await receiver.NextAsync()).Body);
    }

    private Task<JsonNode> AddAsync(object rule) => zoho.ControlAsync("/webhooks", rule);

    // The sender plans the second attempt once it has read the first one's answer; the clock is moved until it is due.
    private async Task WhenDueAsync()
    {
        while (receiver.Waiting == 0) await zoho.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 3600 });
    }

    private static string Sign(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));
}
