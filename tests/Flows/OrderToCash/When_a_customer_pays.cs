using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_a_customer_pays
{
    [Fact]
    public async Task The_order_becomes_money_in_Zoho_and_an_order_in_Sage()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");

        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "done");
        var ledger = await world.LedgerAsync();

        Assert.Fail(ledger.ToString());
    }
}
