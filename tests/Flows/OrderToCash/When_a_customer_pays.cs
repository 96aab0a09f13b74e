using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_a_customer_pays
{
    [Fact]
    public async Task The_order_becomes_one_of_everything_in_Zoho_and_Sage()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var paid = await world.CheckoutAsync(Orders.Simple());
        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task A_guest_who_buys_again_keeps_one_contact_and_one_customer()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-1", "Ana@Example.net")));
        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2", "ana@example.net")));

        Assert.Single(ledger.Contacts);
        Assert.Single(ledger.SageCustomers);
        Assert.Equal(2, ledger.SalesOrders.Count);
    }

    [Fact]
    public async Task Two_people_of_one_name_get_two_contacts()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-1", "ana.one@example.net")));
        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2", "ana.two@example.net")));

        Assert.Equal(2, ledger.Contacts.Count);
    }

    [Fact]
    public async Task Zohos_ids_are_written_back_to_the_payment()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var paid = await world.CheckoutAsync(Orders.Simple());
        var ledger = await world.SettledAsync(paid);

        var metadata = (await world.StripeAsync($"/v1/payment_intents/{paid.PaymentIntent}")).GetProperty("metadata");
        Assert.Equal(
            ledger.SalesOrders[0].GetProperty("salesorder_id").GetString(), metadata.GetProperty("zoho_salesorder_id").GetString());
    }

    [Fact]
    public async Task The_order_in_Sage_names_the_payment_and_the_order()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var paid = await world.CheckoutAsync(Orders.Simple("WEB-77"));
        var order = (await world.SettledAsync(paid)).SageOrders[0];

        Assert.Equal(paid.PaymentIntent, order.GetProperty("UDF_STRIPE_PI").GetString());
        Assert.Equal("WEB-77", order.GetProperty("CustomerPONo").GetString());
    }

    [Fact]
    public async Task A_new_customer_costs_at_most_eight_Zoho_calls_and_a_known_one_five()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-1", "first@example.net", "First")));

        var before = await world.CallsAsync("zoho-inventory");
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2", "ana@example.net")));
        var afterNew = await world.CallsAsync("zoho-inventory");
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-3", "ana@example.net")));
        var afterKnown = await world.CallsAsync("zoho-inventory");

        Assert.InRange(afterNew - before, 5, 8);
        Assert.InRange(afterKnown - afterNew, 4, 5);
    }
}
