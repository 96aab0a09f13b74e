using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.SalesOrders;

public sealed class When_Sage_misses_an_item_or_a_customer
{
    private static readonly (string, string) Pending = ("Isthmus:SalesOrders:PendingWhenMissing", "true");

    [Fact]
    public async Task The_order_is_entered_on_hold_with_its_amount_and_what_is_missing()
    {
        await using var world = await StartAsync(Pending);
        var paid = await world.CheckoutAsync(Orders.Simple());

        var ledger = await world.SettledAsync(paid);

        ledger.HasOneOfEverything(95.10m);
        var order = Assert.Single(ledger.SageOrders);
        Assert.Equal(("H", "PENDING REVIEW"), (Text(order, "OrderStatus"), Text(order, "Comment")));
        var lines = order.GetProperty("Lines").EnumerateArray().ToList();
        Assert.Equal(["BTL-1L", "/MISC", "/C"], lines.Select(line => Text(line, "ItemCode")));
        Assert.Equal((5.10m, "2 x CUP-2"), (lines[1].GetProperty("ExtensionAmt").GetDecimal(), Text(lines[1], "ItemCodeDesc")));
        Assert.Equal("Entered as pending: no item for CUP-2 x 2", Text(lines[2], "CommentText"));
    }

    [Fact]
    public async Task Finance_has_an_entry_that_closes_when_it_is_resubmitted()
    {
        await using var world = await StartAsync(Pending);
        var run = await SageRunAsync(world, await world.CheckoutAsync(Orders.Simple()));
        Assert.Contains("entered as pending: no item for CUP-2 x 2", Text(run, "outcome"));
        var id = Text(run, "id");
        var letter = await Patience.UntilAsync<JsonElement>(async () =>
            await world.App.GetAsync($"/api/dead-letters/{id}") is { IsSuccessStatusCode: true } found
                ? await found.Content.ReadFromJsonAsync<JsonElement>() : null);
        var failure = letter.GetProperty("failure");
        Assert.Equal(
            ("finance", "referenceMissing", "entered-as-pending"),
            (Text(letter, "owner"), Text(failure, "class"), Text(failure, "code")));

        (await world.App.PostAsync($"/api/dead-letters/{id}/resubmit", null)).EnsureSuccessStatusCode();

        await Patience.UntilAsync<bool>(async () =>
            (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").GetArrayLength() == 0 ? true : null);
        Assert.Single((await world.LedgerAsync()).SageOrders);
    }

    [Fact]
    public async Task A_customer_that_left_Sage_is_stood_in_for()
    {
        await using var world = await StartAsync(Pending, ("Isthmus:SalesOrders:PendingCustomerNo", "ONETIME"));
        await WriteAsync(
            world, "AR_Customer", "create", new { ARDivisionNo = "00", CustomerNo = "ONETIME" }, new { CustomerName = "One-time customer" });
        await world.StockAsync("CUP-2");
        var first = (await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()))).SageOrders[0];
        await WriteAsync(world, "SO_SalesOrder", "delete", new { SalesOrderNo = Text(first, "SalesOrderNo") });
        await WriteAsync(
            world, "AR_Customer", "delete", new { ARDivisionNo = Text(first, "ARDivisionNo"), CustomerNo = Text(first, "CustomerNo") });

        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2")));

        var order = Assert.Single(ledger.SageOrders);
        Assert.Equal(("H", "ONETIME", 95.10m), (Text(order, "OrderStatus"), Text(order, "CustomerNo"), order.GetProperty("Total").GetDecimal()));
    }

    [Fact]
    public async Task Without_the_option_the_order_is_a_dead_letter()
    {
        await using var world = await StartAsync();
        var run = await SageRunAsync(world, await world.CheckoutAsync(Orders.Simple()), "deadLettered");

        Assert.Contains("'CUP-2'", Text(run, "outcome"));
        Assert.Empty((await world.LedgerAsync()).SageOrders);
    }

    /// <summary>Zoho has both items of the order, Sage only one.</summary>
    private static async Task<World> StartAsync(params (string, string)[] settings)
    {
        var world = await World.StartAsync(settings);
        await world.StockAsync("BTL-1L");
        await world.PostAsync("/_sandbox/zoho-inventory/items", new[] { new { sku = "CUP-2", name = "Cup", rate = 1.0, stock = 10 } });
        return world;
    }

    private static async Task<JsonElement> SageRunAsync(World world, Checkout paid, string state = "done")
    {
        await world.RunAsync(paid.RunId, "done");
        var order = Text((await world.LedgerAsync()).SalesOrders.Single(), "salesorder_id");
        return (await world.RunAsync("so2sage-" + order, state)).GetProperty("run");
    }

    /// <summary>What a person does in Sage itself.</summary>
    private static async Task WriteAsync(World world, string target, string mode, object key, object? values = null)
    {
        var record = new Dictionary<string, object> { ["ref"] = "1", ["object"] = target, ["mode"] = mode, ["key"] = key };
        if (values is not null) record["values"] = values;
        var request = new HttpRequestMessage(HttpMethod.Post, "/sage-100/agent/v1/companies/ABC/write")
        {
            Content = JsonContent.Create(new { records = new[] { record } }, options: JsonSerializerOptions.Default),
        };
        request.Headers.Add("Authorization", "Bearer sage-sandbox-key");
        var answer = await (await world.Sandbox.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("\"outcome\":\"written\"", answer.GetRawText());
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
