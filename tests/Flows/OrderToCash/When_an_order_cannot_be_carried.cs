using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.OrderToCash;

public sealed class When_an_order_cannot_be_carried
{
    [Fact]
    public async Task A_missing_item_is_named_and_the_order_goes_through_once_it_is_there()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");

        var letter = await world.App.GetFromJsonAsync<JsonElement>($"/api/dead-letters/{paid.RunId}");
        Assert.Equal("referenceMissing", letter.GetProperty("failure").GetProperty("class").GetString());
        Assert.Contains("'CUP-2'", letter.GetProperty("failure").GetProperty("message").GetString());
        Assert.Equal("finance", letter.GetProperty("owner").GetString());

        await world.StockAsync("CUP-2");
        (await world.App.PostAsync($"/api/dead-letters/{paid.RunId}/resubmit", null)).EnsureSuccessStatusCode();
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        var closed = await world.App.GetFromJsonAsync<JsonElement>($"/api/dead-letters/{paid.RunId}");
        Assert.True(closed.GetProperty("closed").GetBoolean());
    }

    [Fact]
    public async Task An_order_above_the_limit_waits_for_approval_and_then_goes_through()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");
        Assert.Empty((await world.LedgerAsync()).SalesOrders);

        (await world.App.PostAsync($"/api/runs/{paid.RunId}/approve", null)).EnsureSuccessStatusCode();

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task A_rejected_order_is_dead_lettered_and_writes_nothing()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:HoldAbove", "5000"));
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");

        (await world.App.PostAsync($"/api/runs/{paid.RunId}/reject", null)).EnsureSuccessStatusCode();
        await world.RunAsync(paid.RunId, "deadLettered");

        Assert.Empty((await world.LedgerAsync()).SalesOrders);
    }

    [Fact]
    public async Task A_payment_without_any_customer_is_refused_with_the_cure()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("A");
        var paid = await world.CheckoutAsync(new
        {
            id = "WEB-1",
            customer = new { },
            currency = "eur",
            lines = new[] { new { sku = "A", description = "A", quantity = 1, unitAmount = 1_000 } },
        });

        var run = await world.RunAsync(paid.RunId, "deadLettered");

        Assert.Contains("customer", run.GetProperty("run").GetProperty("outcome").GetString());
    }
}
