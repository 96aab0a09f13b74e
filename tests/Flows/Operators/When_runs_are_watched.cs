using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

public sealed class When_runs_are_watched
{
    [Fact]
    public async Task A_settled_order_is_found_by_its_keys_and_everything_balances()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        var paid = await world.CheckoutAsync(Orders.Simple());
        var ledger = await world.SettledAsync(paid);
        var salesOrder = Assert.Single(ledger.SalesOrders).GetProperty("salesorder_id").GetString();
        await world.ListedAsync("so2sage-" + salesOrder, "sales-order-to-sage", "done");
        var number = Assert.Single(ledger.SalesOrders).GetProperty("salesorder_number").GetString();
        var customer = Assert.Single(ledger.SageCustomers).GetProperty("CustomerNo").GetString();

        Assert.Equal([paid.RunId], await Ids(world, "key=" + paid.PaymentIntent));
        Assert.Equal(["so2sage-" + salesOrder, paid.RunId], await Ids(world, "key=" + number));
        Assert.Equal(["so2sage-" + salesOrder], await Ids(world, "key=" + customer));
        Assert.Equal([paid.RunId], await Ids(world, "flow=order-to-cash&state=done&from=2020-01-01"));
        Assert.Empty(await Ids(world, "flow=order-to-cash&state=done&to=2020-01-01"));

        var balance = await world.GetAsync("/api/runs/balance");
        Assert.True(balance.GetProperty("balanced").GetBoolean());
        var cash = balance.GetProperty("flows").EnumerateArray().First();
        Assert.Equal((1, 1), (cash.GetProperty("received").GetInt32(), cash.GetProperty("done").GetInt32()));

        var audit = await world.GetAsync("/api/audit/verify");
        Assert.True(audit.GetProperty("ok").GetBoolean());
        Assert.True(audit.GetProperty("entries").GetInt64() >= 6);
        Assert.Contains("customer_id", (await world.GetAsync("/api/audit")).ToString());
    }

    [Theory]
    [InlineData("state=gone")]
    [InlineData("flow=gone")]
    [InlineData("from=yesterday")]
    public async Task A_question_that_makes_no_sense_is_answered_with_what_would(string question)
    {
        await using var world = await World.StartAsync();

        var answer = await world.App.GetAsync("/api/runs?" + question);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<IEnumerable<string?>> Ids(World world, string question) =>
        (await world.GetAsync("/api/runs?" + question)).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString());
}
