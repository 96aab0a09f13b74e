using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Customers;

public sealed class When_a_customer_buys
{
    [Fact]
    public async Task The_order_uses_his_contact_and_his_fields_reach_Sage_and_come_back()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        await world.StockAsync("BTL-1L", "CUP-2");
        var id = await clients.EnterInStripeAsync(("name", "Ana Prado"), ("email", "ana@example.net"), ("metadata[segment]", "retail"));
        var contact = (await clients.LinkedAsync(id)).ContactId;

        var ledger = await world.SettledAsync(
            await world.CheckoutAsync(Orders.With("customer", new { id, email = "ana@example.net", name = "Ana Prado" })));
        Assert.Equal(contact, Assert.Single(ledger.Contacts).GetProperty("contact_id").GetString());
        await clients.SweepAsync();
        await clients.UntilAsync(async () => await InSageAsync(world) == "retail");
        await clients.RestAsync();

        await world.PostAsync("/_sandbox/sage-100/write", new Dictionary<string, object>
        {
            ["ref"] = "1", ["object"] = "AR_Customer", ["mode"] = "update",
            ["key"] = new Dictionary<string, string> { ["ARDivisionNo"] = "00", ["CustomerNo"] = "Z" + contact },
            ["values"] = new Dictionary<string, string> { ["UDF_SEGMENT"] = "trade" },
        });
        await clients.SweepAsync();
        await clients.UntilAsync(async () => Person.OfCustomer(await clients.CustomerAsync(id)).Segment == "trade");
        await clients.UntilAsync(async () => Person.OfContact(await clients.ContactAsync(contact)).Segment == "trade");
    }

    [Fact]
    public async Task One_without_a_name_waits_in_the_dead_letters_until_he_has_one()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(("description", "nobody"));
        await world.RunAsync("customer-" + id, "deadLettered");
        var letter = Assert.Single(await LettersAsync(world));
        Assert.Equal(
            ("customer", "customer-nameless"),
            (letter.GetProperty("flow").GetString(), letter.GetProperty("failure").GetProperty("code").GetString()));

        await clients.StripeAsync($"/v1/customers/{id}", ("name", "Nemo"));
        await clients.UntilAsync(async () => (await LettersAsync(world)).Count == 0);
        Assert.Equal("Nemo", Assert.Single((await world.LedgerAsync()).Contacts).GetProperty("contact_name").GetString());
    }

    [Fact]
    public async Task Nothing_is_carried_unless_it_is_switched_on()
    {
        await using var world = await World.StartAsync();
        await new Clientele(world).EnterInStripeAsync(("name", "Ana Prado"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await world.App.PostAsync("/api/customers/sweep", null)).StatusCode);
        Assert.Empty((await world.LedgerAsync()).Contacts);
    }

    private static async Task<string?> InSageAsync(World world)
    {
        var rows = (await world.LedgerAsync()).SageCustomers;
        return rows.Count == 1 && rows[0].TryGetProperty("UDF_SEGMENT", out var segment) ? segment.GetString() : null;
    }

    private static async Task<IReadOnlyList<JsonElement>> LettersAsync(World world) =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()];
}
