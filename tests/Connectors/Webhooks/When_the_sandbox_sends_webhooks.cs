using System.Text;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Webhooks;

/// <summary>The sandbox signs by its own reading of the vendors' manuals; the connectors verify by theirs.</summary>
public sealed class When_the_sandbox_sends_webhooks : IAsyncLifetime
{
    private const string StripeSecret = "whsec_demo_5b1f0c";
    private const string ZohoSecret = "demoToken1234567";
    private static readonly string[] Rules = ["salesorder.created"];
    private RunningSandbox sandbox = null!;
    private ScriptedServer receiver = null!;

    public async Task InitializeAsync() => (sandbox, receiver) = (await RunningSandbox.StartAsync(), await ScriptedServer.StartAsync());

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Stripes_are_genuine_and_name_their_payment()
    {
        await sandbox.ControlAsync("stripe/webhook-endpoints", new { url = new Uri(receiver.Address, "hook"), secret = StripeSecret });
        var paid = await sandbox.ControlAsync("stripe/checkouts", new
        {
            id = "WEB-1", currency = "eur", customer = new { email = "ana@example.net" }, lines = new[] { new { sku = "A", unitAmount = 100 } },
        });
        var intent = paid.GetProperty("paymentIntent").GetString();
        for (var found = false; !found;)
        {
            var request = await NextAsync();
            Assert.Equal(SignatureVerdict.Valid, VerifyStripe(request, StripeSecret));
            Assert.Equal(SignatureVerdict.NoMatch, VerifyStripe(request, "whsec_other"));
            var read = StripeEvent.TryRead(Encoding.UTF8.GetBytes(request.Body))!;
            found = read.Type == "payment_intent.succeeded" && read.PaymentIntentId == intent;
        }
    }

    [Fact]
    public async Task Stripes_are_genuine_under_either_secret_while_one_is_replaced()
    {
        var endpoint = await sandbox.ControlAsync("stripe/webhook-endpoints", new { url = new Uri(receiver.Address, "hook"), secret = StripeSecret });
        await sandbox.ControlAsync($"stripe/webhook-endpoints/{endpoint.GetProperty("id").GetString()}/roll", new { secret = "whsec_new" });
        await sandbox.ControlAsync("stripe/checkouts", new { currency = "eur", lines = new[] { new { sku = "A", unitAmount = 100 } } });
        var request = await NextAsync();
        Assert.Equal(SignatureVerdict.Valid, VerifyStripe(request, StripeSecret));
        Assert.Equal(SignatureVerdict.Valid, VerifyStripe(request, "whsec_new"));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("form")]
    public async Task Zohos_are_genuine_and_name_their_record(string body)
    {
        await sandbox.ControlAsync("zoho-inventory/webhooks", new
        {
            url = new Uri(receiver.Address, "hook?rule=so_created&region=eu"), secret = ZohoSecret, rules = Rules, body,
        });
        var order = await CreateOrderAsync();
        var request = await NextAsync();
        Assert.Equal(SignatureVerdict.Valid, VerifyZoho(request, ZohoSecret));
        Assert.Equal(SignatureVerdict.NoMatch, VerifyZoho(request, "anotherToken123"));
        var webhook = ZohoWebhook.TryRead(Encoding.UTF8.GetBytes(request.Body), request.Header("Content-Type"), "so_created")!;
        Assert.Equal(("salesorder", order.GetProperty("salesorder_id").GetString()), (webhook.Module, webhook.RecordId));
    }

    private async Task<JsonElement> CreateOrderAsync()
    {
        await sandbox.ControlAsync("zoho-inventory/items", new[] { new { sku = "MUG-1", name = "Mug", rate = 10m, type = "goods", stock = 100 } });
        var zoho = Connected.To(sandbox.Address).GetRequiredService<ZohoInventoryClient>();
        var contact = await zoho.CreateContactAsync("""{"contact_name":"Ana"}"""u8.ToArray());
        var item = (await zoho.FindItemBySkuAsync("MUG-1"))!.Value.GetProperty("item_id");
        return await zoho.CreateSalesOrderAsync(JsonSerializer.SerializeToUtf8Bytes(new
        {
            customer_id = contact.GetProperty("contact_id"), salesorder_number = "STR-1",
            line_items = new[] { new { item_id = item, quantity = 1, rate = 10 } },
        }));
    }

    private async Task<ReceivedRequest> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await receiver.Arrivals.Reader.ReadAsync(patience.Token);
    }

    private static SignatureVerdict VerifyStripe(ReceivedRequest request, string secret) => StripeSignature.Verify(
        Encoding.UTF8.GetBytes(request.Body), request.Header("Stripe-Signature"), [secret], DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));

    private static SignatureVerdict VerifyZoho(ReceivedRequest request, string secret) => ZohoSignature.Verify(
        Encoding.UTF8.GetBytes(request.Body), request.Header("Content-Type"),
        ReceivedRequest.Pairs(request.Query).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)),
        request.Header(ZohoSignature.HeaderName), [secret], new ZohoWebhookOptions());
}
