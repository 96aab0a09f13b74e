using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_a_checkout_is_played : StripeTest
{
    [Fact]
    public async Task The_lines_the_shipping_and_the_total_add_up_to_the_minor_unit()
    {
        var checkout = await CheckoutAsync(new
        {
            currency = "eur", discount = 900, shipping = new { name = "Ana", amount = 500, address = new { country = "PT", line1 = "Rua 1" } },
            lines = new object[] { new { sku = "BTL-1L", description = "Steel bottle 1L", quantity = 3, unitAmount = 3000, taxRate = "23" } }
        });
        var session = await SessionOf(checkout);
        Assert.Equal(10463, checkout["amount"]!.GetValue<long>());
        Assert.Equal((9000, 10463), (session["amount_subtotal"]!.GetValue<long>(), session["amount_total"]!.GetValue<long>()));
        Assert.Equal("""{"amount_discount":900,"amount_shipping":500,"amount_tax":1863}""", session["total_details"]!.ToJsonString());
        Assert.Equal("Ana", session["collected_information"]!["shipping_details"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_discount_of_the_order_is_spread_without_losing_a_penny()
    {
        var lines = Enumerable.Range(1, 7).Select(i => new { sku = $"S{i}", quantity = i, unitAmount = $"{i * 33}.5" });
        var checkout = await CheckoutAsync(new { discount = 1001, lines });
        var shown = await LinesOf(checkout);
        Assert.Equal(1001, shown.Sum(line => line["amount_discount"]!.GetValue<long>()));
        Assert.Equal(checkout["amount"]!.GetValue<long>(), shown.Sum(line => line["amount_total"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_thousand_lines_come_in_pages_and_in_the_order_of_the_cart()
    {
        var lines = Enumerable.Range(0, 1000).Select(i => new { sku = $"S{i}", quantity = 1, unitAmount = i + 1 });
        var shown = await LinesOf(await CheckoutAsync(new { lines }));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"S{i}"), shown.Select(line => line["price"]!["metadata"]!["sku"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("jpy", 5000)]
    [InlineData("kwd", 5120)]
    public async Task Currencies_without_and_with_three_decimals_keep_their_minor_units(string currency, long amount)
    {
        var checkout = await CheckoutAsync(new { currency, lines = new[] { new { sku = "A", quantity = 1, unitAmount = amount } } });
        var intent = await Stripe.ReadAsync($"/v1/payment_intents/{checkout["paymentIntent"]}");
        Assert.Equal((currency, amount), (intent["currency"]!.GetValue<string>(), intent["amount_received"]!.GetValue<long>()));
    }

    [Fact]
    public async Task A_guest_has_no_customer_and_a_new_customer_has_one()
    {
        Assert.Null((await SessionOf(await CheckoutAsync()))["customer"]);
        var known = await CheckoutAsync(new { customer = new { create = true, email = "eva@example.net", name = "Eva" } });
        var again = await CheckoutAsync(new { customer = new { id = known["customer"]!.GetValue<string>() } });
        var charges = await Stripe.ReadAsync($"/v1/charges?customer={known["customer"]}");
        Assert.Equal([again["charge"]!.GetValue<string>(), known["charge"]!.GetValue<string>()],
            charges["data"]!.AsArray().Select(charge => charge!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_manual_capture_of_a_part_receives_that_part()
    {
        var checkout = await CheckoutAsync(new { capture = "manual", captureAmount = 700 });
        var intent = await Stripe.ReadAsync($"/v1/payment_intents/{checkout["paymentIntent"]}?expand[]=latest_charge");
        Assert.Equal((2000, 700), (intent["amount"]!.GetValue<long>(), intent["amount_received"]!.GetValue<long>()));
        Assert.Equal(700, intent["latest_charge"]!["amount_captured"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_delayed_method_is_unpaid_until_its_outcome()
    {
        var checkout = await CheckoutAsync(new { method = "delayed" });
        Assert.Equal("unpaid", (await SessionOf(checkout))["payment_status"]!.GetValue<string>());
        await Sandbox.PostAsync("/_sandbox/stripe/complete-delayed", new { session = checkout["session"]!.GetValue<string>() });
        Assert.Equal("paid", (await SessionOf(checkout))["payment_status"]!.GetValue<string>());
        Assert.True(await HappenedAsync("checkout.session.async_payment_succeeded"));
    }

    [Fact]
    public async Task A_failed_delayed_method_leaves_the_intent_without_money()
    {
        var checkout = await CheckoutAsync(new { method = "delayed" });
        await Sandbox.PostAsync("/_sandbox/stripe/complete-delayed", new { session = checkout["session"]!.GetValue<string>(), succeed = false });
        var intent = await Stripe.ReadAsync($"/v1/payment_intents/{checkout["paymentIntent"]}");
        Assert.Equal("requires_payment_method", intent["status"]!.GetValue<string>());
        Assert.True(await HappenedAsync("checkout.session.async_payment_failed"));
    }

    [Fact]
    public async Task A_direct_payment_has_no_session()
    {
        var checkout = await CheckoutAsync(new { direct = true, metadata = new { order = "7" } });
        Assert.Null(checkout["session"]);
        Assert.Empty((await Stripe.ReadAsync($"/v1/checkout/sessions?payment_intent={checkout["paymentIntent"]}"))["data"]!.AsArray());
        var charge = await Stripe.ReadAsync($"/v1/charges/{checkout["charge"]}");
        Assert.Equal("7", charge["metadata"]!["order"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_order_of_nothing_needs_no_payment()
    {
        var checkout = await CheckoutAsync(new { discount = 2000 });
        Assert.Null(checkout["paymentIntent"]);
        Assert.Equal("no_payment_required", (await SessionOf(checkout))["payment_status"]!.GetValue<string>());
    }

    private Task<JsonNode> SessionOf(JsonNode checkout) => Stripe.ReadAsync($"/v1/checkout/sessions/{checkout["session"]}");

    private async Task<bool> HappenedAsync(string type) =>
        (await Stripe.ReadAsync($"/v1/events?type={type}"))["data"]!.AsArray().Count == 1;

    private async Task<List<JsonNode>> LinesOf(JsonNode checkout)
    {
        var all = new List<JsonNode>();
        JsonNode page;
        do
        {
            var after = all.Count == 0 ? "" : $"&starting_after={all[^1]["id"]}";
            page = await Stripe.ReadAsync($"/v1/checkout/sessions/{checkout["session"]}/line_items?limit=100{after}");
            all.AddRange(page["data"]!.AsArray()!);
        }
        while (page["has_more"]!.GetValue<bool>());
        return all;
    }
}
