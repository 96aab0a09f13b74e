using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Stripe;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private StripeClient stripe = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        stripe = Connected.To(sandbox.Address).GetRequiredService<StripeClient>();
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task An_order_is_read_whole_and_its_lines_add_up()
    {
        var order = await stripe.ReadOrderAsync(await CheckoutAsync(lines: 3));
        Assert.Equal("succeeded", order.GetProperty("payment_intent").GetProperty("status").GetString());
        Assert.Equal("WEB-1", order.GetProperty("session").GetProperty("client_reference_id").GetString());
        var lines = order.GetProperty("line_items").EnumerateArray().ToList();
        Assert.Equal(
            ["SKU-0", "SKU-1", "SKU-2"],
            lines.Select(line => line.GetProperty("price").GetProperty("metadata").GetProperty("sku").GetString()));
        Assert.Equal(JsonValueKind.Object, lines[0].GetProperty("price").GetProperty("product").ValueKind);
        Assert.Equal(
            order.GetProperty("session").GetProperty("amount_total").GetInt64(),
            lines.Sum(line => line.GetProperty("amount_total").GetInt64()));
        Assert.Equal(
            order.GetProperty("charge").GetProperty("amount").GetInt64(),
            order.GetProperty("payment_intent").GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task An_order_of_seven_hundred_lines_is_read_whole()
    {
        var order = await stripe.ReadOrderAsync(await CheckoutAsync(lines: 700));
        Assert.Equal(
            Enumerable.Range(0, 700).Select(at => $"Item {at}"),
            order.GetProperty("line_items").EnumerateArray().Select(line => line.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task A_payment_without_checkout_has_no_session()
    {
        var order = await stripe.ReadOrderAsync(await CheckoutAsync(direct: true));
        Assert.Equal(JsonValueKind.Null, order.GetProperty("session").ValueKind);
        Assert.Equal(JsonValueKind.Object, order.GetProperty("charge").ValueKind);
    }

    [Fact]
    public async Task Metadata_is_written_once_although_the_answer_was_lost()
    {
        var intent = await CheckoutAsync();
        await sandbox.FaultAsync("stripe", "drop-after", "POST");
        await stripe.WriteMetadataAsync(intent, new Dictionary<string, string> { ["zoho_invoice_id"] = "46" }, "metadata:1");
        Assert.Equal("46", (await stripe.GetPaymentIntentAsync(intent)).GetProperty("metadata").GetProperty("zoho_invoice_id").GetString());
    }

    [Fact]
    public async Task The_same_key_with_other_values_is_a_conflict()
    {
        var intent = await CheckoutAsync();
        await stripe.WriteMetadataAsync(intent, new Dictionary<string, string> { ["a"] = "1" }, "key");
        var failure = await FailureOf(() => stripe.WriteMetadataAsync(intent, new Dictionary<string, string> { ["a"] = "2" }, "key"));
        Assert.Equal(FailureClass.Conflict, failure.Class);
    }

    [Fact]
    public async Task Events_of_an_order_are_found_by_the_sweep_oldest_first()
    {
        var intent = await CheckoutAsync();
        var events = await stripe.ListEventsAsync(DateTimeOffset.UtcNow.AddMinutes(-10), StripeEventTypes.OrderToCash).ToListAsync();
        var created = events.Select(each => each.GetProperty("created").GetInt64()).ToList();
        Assert.Equal(created.Order(), created);
        Assert.Contains(events, each => StripeEvent.Of(each) is { Type: "payment_intent.succeeded" } read && read.PaymentIntentId == intent);
    }

    [Fact]
    public async Task What_is_not_there_and_who_may_not_ask_are_told_apart()
    {
        Assert.Equal((FailureClass.ReferenceMissing, "resource_missing"), Kind(await FailureOf(() => stripe.GetChargeAsync("ch_404"))));
        var stranger = Connected.To(sandbox.Address, null, new ListedVault(("stripe-api-key", "sk_test_wrong"))).GetRequiredService<StripeClient>();
        Assert.Equal(FailureClass.Auth, (await FailureOf(() => stranger.GetChargeAsync("ch_1"))).Class);
    }

    [Fact]
    public async Task A_storm_of_429_and_500_is_outlived()
    {
        var intent = await CheckoutAsync();
        await sandbox.FaultAsync("stripe", "status", "GET", count: 2, status: 429);
        await sandbox.FaultAsync("stripe", "status", "GET", count: 1);
        Assert.Equal(intent, (await stripe.GetPaymentIntentAsync(intent)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_account_passes_its_check()
    {
        var report = await Connected.To(sandbox.Address).GetServices<IConnectionCheck>().Single(check => check.Connection == "stripe").CheckAsync();
        Assert.True(report.Ok, string.Join('\n', report.Steps));
    }

    private async Task<string> CheckoutAsync(int lines = 1, bool direct = false)
    {
        var paid = await sandbox.ControlAsync("stripe/checkouts", new
        {
            id = "WEB-1", direct, currency = "eur", customer = new { create = false, email = "ana@example.net", name = "Ana Prado" },
            lines = Enumerable.Range(0, lines).Select(at => new { sku = $"SKU-{at}", description = $"Item {at}", quantity = 2, unitAmount = 150 }),
        });
        return paid.GetProperty("paymentIntent").GetString()!;
    }

    private static (FailureClass, string) Kind(Failure failure) => (failure.Class, failure.Code);
}
