using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_orders_are_unusual
{
    [Theory]
    [InlineData("jpy", 95_10, 9510)]
    [InlineData("kwd", 95_10, 9.51)]
    [InlineData("eur", 95_10, 95.10)]
    public async Task Currencies_of_any_number_of_decimals_are_exact(string currency, long minor, decimal total)
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("A");

        var paid = await world.CheckoutAsync(Order(currency, new { sku = "A", description = "A", quantity = 1, unitAmount = minor }));
        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(total);
    }

    [Fact]
    public async Task Tax_shipping_and_discounts_add_up_to_the_cent()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("A", "B");

        var paid = await world.CheckoutAsync(new
        {
            id = "WEB-9",
            customer = new { email = "ana@example.net", name = "Ana" },
            billing = new { line1 = "Rua 1", city = "Porto", postal_code = "4000", country = "PT" },
            shipping = new { name = "Ana", address = new { line1 = "Rua 1", city = "Porto", postal_code = "4000", country = "PT" }, amount = 500 },
            currency = "eur",
            lines = new object[]
            {
                new { sku = "A", description = "Taxed", quantity = 3, unitAmount = 3000, discount = 900, tax = 1863, taxRate = "23" },
                new { sku = "B", description = "Odd tax", quantity = 7, unitAmount = 333, tax = 17 },
            },
        });
        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(128.11m);
    }

    [Fact]
    public async Task An_order_of_seven_hundred_lines_goes_through_whole()
    {
        await using var world = await World.StartAsync();
        var skus = Enumerable.Range(1, 700).Select(i => $"SKU-{i}").ToArray();
        await world.StockAsync(skus);

        var lines = skus.Select((sku, i) => (object)new { sku, description = sku, quantity = 1 + i % 5, unitAmount = 100 + i }).ToArray();
        var ledger = await world.SettledAsync(await world.CheckoutAsync(Order("gbp", lines)));

        Assert.Equal(700, ledger.SageOrders[0].GetProperty("Lines").GetArrayLength());
        Assert.Equal(700, ledger.SalesOrders[0].GetProperty("line_count").GetInt32());
        Assert.Equal(
            ledger.SalesOrders[0].GetProperty("total").GetDecimal(), ledger.SageOrders[0].GetProperty("Total").GetDecimal());
    }

    [Fact]
    public async Task A_partial_capture_is_booked_for_what_was_captured()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("A");

        var paid = await world.CheckoutAsync(new
        {
            id = "WEB-1",
            customer = new { email = "ana@example.net", name = "Ana" },
            currency = "eur",
            lines = new[] { new { sku = "A", description = "A", quantity = 1, unitAmount = 10_000 } },
            capture = "manual",
            captureAmount = 6_500,
        });
        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(65m);
    }

    [Fact]
    public async Task Several_payments_for_one_order_pay_one_invoice()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("SOFA");

        var first = await world.CheckoutAsync(Instalment(1_000));
        await world.RunAsync(first.RunId, "done");
        var second = await world.CheckoutAsync(Instalment(1_500));
        await world.RunAsync(second.RunId, "done");

        var ledger = await world.LedgerAsync();
        var invoice = Assert.Single(ledger.Invoices);
        Assert.Equal((25m, 0m), (invoice.GetProperty("total").GetDecimal(), invoice.GetProperty("balance").GetDecimal()));
        Assert.Equal([10m, 15m], ledger.Payments.Select(p => p.GetProperty("amount").GetDecimal()).Order());
        Assert.Single(ledger.SalesOrders);
    }

    [Theory]
    [InlineData("'; DROP TABLE customers; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Ünïcödé 🚀 名前")]
    [InlineData("{{7*7}} ${jndi:ldap://x} %n%s")]
    public async Task Text_of_any_kind_stays_text(string text)
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("A");

        var paid = await world.CheckoutAsync(new
        {
            id = "WEB-1",
            customer = new { email = "ana@example.net", name = text },
            billing = new { line1 = text, city = text, postal_code = "4000", country = "PT" },
            currency = "eur",
            lines = new[] { new { sku = "A", description = text, quantity = 1, unitAmount = 1_000 } },
        });
        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(10m);
        Assert.Equal(text, ledger.Contacts[0].GetProperty("contact_name").GetString());
    }

    [Fact]
    public async Task A_name_of_five_hundred_characters_is_shortened_not_lost()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("A");
        var name = string.Join(' ', Enumerable.Repeat("Maximiliana", 42))[..500];

        var order = new
        {
            id = "WEB-1",
            customer = new { email = "max@example.net", name },
            currency = "eur",
            lines = new[] { new { sku = "A", description = "A", quantity = 1, unitAmount = 1_000 } },
        };
        var ledger = await world.SettledAsync(await world.CheckoutAsync(order));

        ledger.HasOneOfEverything(10m);
        Assert.InRange(ledger.Contacts[0].GetProperty("contact_name").GetString()!.Length, 150, 200);
    }

    [Fact]
    public async Task A_known_customer_in_another_currency_gets_a_contact_of_that_currency()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-1", currency: "gbp")));
        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2", currency: "eur")));

        Assert.Equal(["EUR", "GBP"], ledger.Contacts.Select(c => c.GetProperty("currency_code").GetString()!).Order());
        Assert.Equal(["EUR", "GBP"], ledger.Invoices.Select(i => i.GetProperty("currency_code").GetString()!).Order());
    }

    private static object Instalment(long amount) => new
    {
        customer = new { email = "ana@example.net", name = "Ana" },
        billing = new { line1 = "Rua 1", city = "Porto", postal_code = "4000", country = "PT" },
        currency = "eur",
        direct = true,
        lines = new[] { new { sku = "SOFA", description = "Sofa, part payment", quantity = 1, unitAmount = amount } },
        metadata = new { sku = "SOFA", order_id = "WEB-55", order_total = "2500" },
    };

    private static object Order(string currency, params object[] lines) =>
        new { id = "WEB-1", customer = new { email = "ana@example.net", name = "Ana" }, currency, lines };
}
