using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.ZohoInventory;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;
    private ZohoInventoryClient zoho = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("zoho-inventory/items", new[] { new { sku = "MUG-1", name = "Mug", rate = 10m, type = "goods", stock = 100 } });
        zoho = Connect().GetRequiredService<ZohoInventoryClient>();
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task An_order_becomes_a_paid_invoice_in_seven_calls()
    {
        var item = (await zoho.FindItemBySkuAsync("MUG-1"))!.Value;
        var before = await sandbox.CallsAsync("zoho-inventory");
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        Assert.Empty(await zoho.FindContactsByEmailAsync("nobody@example.net"));
        var (order, invoice) = await InvoiceAsync(contact, item, "STR-1");
        await PayAsync(contact, invoice);
        Assert.Equal(7, await sandbox.CallsAsync("zoho-inventory") - before);
        Assert.Equal("paid", Text(await zoho.GetInvoiceAsync(Text(invoice, "invoice_id")), "status"));
        Assert.Equal("pi_demo1", (await zoho.GetSalesOrderAsync(Text(order, "salesorder_id")))
            .GetProperty("custom_field_hash").GetProperty("cf_stripe_payment_intent").GetString());
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_found_again_and_cannot_be_doubled()
    {
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        var body = OrderBody(contact, (await zoho.FindItemBySkuAsync("MUG-1"))!.Value, "STR-2");
        await sandbox.FaultAsync("zoho-inventory", "drop-after", "POST /.*salesorders");
        var lost = await FailureOf(() => zoho.CreateSalesOrderAsync(body));
        Assert.Equal((FailureClass.Transient, true), (lost.Class, lost.EffectUnknown));
        Assert.NotNull(await zoho.FindSalesOrderAsync("STR-2"));
        var again = await FailureOf(() => zoho.CreateSalesOrderAsync(body));
        Assert.Equal((FailureClass.Conflict, "duplicate-number"), (again.Class, again.Code));
        Assert.Single((await sandbox.LookAsync("ledger")).GetProperty("zoho-inventory").GetProperty("salesorders").EnumerateArray());
    }

    [Fact]
    public async Task What_is_there_already_is_a_conflict_with_a_stable_code()
    {
        await ContactAsync("Ana Prado", "ana@example.net");
        Assert.Equal("duplicate-name", (await FailureOf(() => ContactAsync("Ana Prado", "other@example.net"))).Code);
        Assert.NotNull(await zoho.FindContactByNameAsync("Ana Prado"));
        var twin = Json(new { name = "Another mug", sku = "MUG-1", rate = 1 });
        Assert.Equal("duplicate-sku", (await FailureOf(() => zoho.CreateItemAsync(twin))).Code);
    }

    [Theory]
    [InlineData("refusalsAsOk")]
    [InlineData("documentedEnvelopes")]
    public async Task Hosts_that_answer_in_another_shape_are_understood(string setting)
    {
        await sandbox.ControlAsync("zoho-inventory/settings", new Dictionary<string, bool> { [setting] = true });
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        Assert.Equal("duplicate-name", (await FailureOf(() => ContactAsync("Ana Prado", "b@example.net"))).Code);
        var (order, _) = await InvoiceAsync(contact, (await zoho.FindItemBySkuAsync("MUG-1"))!.Value, "STR-3");
        Assert.Equal("STR-3", Text(order, "salesorder_number"));
    }

    [Fact]
    public async Task Moving_to_a_status_twice_is_moving_once()
    {
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        var (order, invoice) = await InvoiceAsync(contact, (await zoho.FindItemBySkuAsync("MUG-1"))!.Value, "STR-4");
        await zoho.ConfirmSalesOrderAsync(Text(order, "salesorder_id"));
        await zoho.MarkInvoiceSentAsync(Text(invoice, "invoice_id"));
        await sandbox.FaultAsync("zoho-inventory", "drop-after", "status/sent");
        await zoho.MarkInvoiceSentAsync(Text(invoice, "invoice_id"));
        Assert.Equal("sent", Text(await zoho.GetInvoiceAsync(Text(invoice, "invoice_id")), "status"));
    }

    [Fact]
    public async Task A_token_that_ends_in_the_middle_is_not_noticed()
    {
        await ContactAsync("Ana Prado", "ana@example.net");
        await sandbox.ControlAsync("zoho-inventory/tokens/expire", new { });
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => zoho.FindContactsByEmailAsync("ana@example.net")));
        Assert.All(found, rows => Assert.Single(rows));
    }

    [Fact]
    public async Task A_storm_of_429_and_500_is_outlived_by_reads()
    {
        await sandbox.FaultAsync("zoho-inventory", "status", "GET", count: 2, status: 429);
        await sandbox.FaultAsync("zoho-inventory", "status", "GET", count: 1);
        Assert.NotNull(await zoho.FindItemBySkuAsync("MUG-1"));
    }

    [Fact]
    public async Task Every_item_comes_once_over_all_pages()
    {
        await sandbox.ControlAsync("zoho-inventory/items",
            Enumerable.Range(0, 450).Select(at => new { sku = $"SKU-{at}", name = $"Item {at}", rate = 1m, type = "goods" }));
        var skus = await zoho.ListItemsAsync().Select(item => Text(item, "sku")).ToListAsync();
        Assert.Equal(451, skus.Count);
        Assert.Equal(451, skus.Distinct().Count());
        Assert.Empty(await zoho.ListItemsAsync(DateTimeOffset.UtcNow.AddHours(1)).ToListAsync());
    }

    [Fact]
    public async Task Orders_changed_since_a_moment_are_found()
    {
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        await InvoiceAsync(contact, (await zoho.FindItemBySkuAsync("MUG-1"))!.Value, "STR-5");
        Assert.Single(await zoho.ListSalesOrdersAsync(DateTimeOffset.UtcNow.AddMinutes(-5)).ToListAsync());
        Assert.Empty(await zoho.ListSalesOrdersAsync(DateTimeOffset.UtcNow.AddMinutes(5)).ToListAsync());
    }

    [Fact]
    public async Task What_was_packed_and_shipped_is_read_from_the_order()
    {
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        var (order, _) = await InvoiceAsync(contact, (await zoho.FindItemBySkuAsync("MUG-1"))!.Value, "STR-6");
        var id = Text(order, "salesorder_id");
        Assert.Empty(await zoho.GetPackagesOfAsync(id));
        await sandbox.ControlAsync($"zoho-inventory/salesorders/{id}/ship", new { });
        Assert.Single(await zoho.GetPackagesOfAsync(id));
    }

    [Fact]
    public async Task The_account_passes_its_check()
    {
        var contact = await ContactAsync("Ana Prado", "ana@example.net");
        await InvoiceAsync(contact, (await zoho.FindItemBySkuAsync("MUG-1"))!.Value, "STR-7");
        var report = await Connect().GetServices<IConnectionCheck>().Single(check => check.Connection == "zoho-inventory").CheckAsync();
        Assert.All(report.Steps, step => Assert.True(step.Outcome == CheckOutcome.Ok, $"{step.Name}: {step.Message}"));
    }

    [Fact]
    public async Task The_organisations_settings_are_read()
    {
        Assert.Equal("GBP", Text((await zoho.GetOrganizationAsync())!.Value, "currency_code"));
        Assert.NotEmpty(await zoho.ListTaxesAsync());
        Assert.NotEmpty(await zoho.ListLocationsAsync());
        Assert.Contains(await zoho.ListCurrenciesAsync(), currency => Text(currency, "currency_code") == "JPY");
    }

    private ServiceProvider Connect() => Connected.To(sandbox.Address, ("Limits:Concurrency", "5"));

    private Task<JsonElement> ContactAsync(string name, string email) => zoho.CreateContactAsync(Json(new
    {
        contact_name = name, contact_type = "customer", contact_persons = new[] { new { first_name = "A", email, is_primary_contact = true } },
    }));

    private async Task<(JsonElement Order, JsonElement Invoice)> InvoiceAsync(JsonElement contact, JsonElement item, string number)
    {
        var order = await zoho.CreateSalesOrderAsync(OrderBody(contact, item, number));
        await zoho.ConfirmSalesOrderAsync(Text(order, "salesorder_id"));
        var line = order.GetProperty("line_items")[0];
        var invoice = await zoho.CreateInvoiceAsync(Text(order, "salesorder_id"), Json(new
        {
            customer_id = Text(contact, "contact_id"), invoice_number = number, reference_number = "pi_demo1",
            line_items = new[] { new { item_id = Text(item, "item_id"), quantity = 3, rate = 10, salesorder_item_id = Text(line, "line_item_id") } },
        }));
        await zoho.MarkInvoiceSentAsync(Text(invoice, "invoice_id"));
        return (order, invoice);
    }

    private Task<JsonElement> PayAsync(JsonElement contact, JsonElement invoice) => zoho.CreatePaymentAsync(Json(new
    {
        customer_id = Text(contact, "contact_id"), payment_mode = "others", amount = 30, reference_number = "ch_demo1",
        invoices = new[] { new { invoice_id = Text(invoice, "invoice_id"), amount_applied = 30 } },
    }));

    private static byte[] OrderBody(JsonElement contact, JsonElement item, string number) => Json(new
    {
        customer_id = Text(contact, "contact_id"), salesorder_number = number, reference_number = "pi_demo1",
        line_items = new[] { new { item_id = Text(item, "item_id"), quantity = 3, rate = 10 } },
        custom_fields = new[]
        {
            new { api_name = "cf_stripe_payment_intent", value = "pi_demo1" }, new { api_name = "cf_stripe_charge", value = "ch_demo1" },
        },
    });

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
