using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Customers;

public sealed class When_a_pair_comes_apart
{
    [Theory]
    [InlineData("unlink", "active")]
    [InlineData("inactive", "inactive")]
    public async Task A_customer_deleted_in_Stripe_leaves_the_contact_as_the_company_wants(string wanted, string status)
    {
        await using var world = await Clientele.OpenAsync(("Isthmus:Customers:OnDeletedInStripe", wanted));
        var (clients, id, contact) = await PairAsync(world);

        await clients.StripeAsync($"/v1/customers/{id}");
        await StateAsync(world, id, "unlinked");
        Assert.Equal(status, (await clients.ContactAsync(contact)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_person_decides_where_the_company_wants_to_be_asked()
    {
        await using var world = await Clientele.OpenAsync(("Isthmus:Customers:OnDeletedInStripe", "hold"));
        var (clients, id, contact) = await PairAsync(world);

        await clients.StripeAsync($"/v1/customers/{id}");
        await world.RunAsync("customer-" + id, "held");
        (await world.App.PostAsync($"/api/runs/customer-{id}/approve", null)).EnsureSuccessStatusCode();
        await StateAsync(world, id, "unlinked");
        Assert.Equal("inactive", (await clients.ContactAsync(contact)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_contact_deleted_in_Zoho_is_not_made_again_until_somebody_asks()
    {
        await using var world = await Clientele.OpenAsync();
        var (clients, id, contact) = await PairAsync(world);

        await clients.ZohoAsync("DELETE", $"/contacts/{contact}");
        await StateAsync(world, id, "unlinked");
        await clients.StripeAsync($"/v1/customers/{id}", ("phone", "7"));
        await clients.RestAsync();
        Assert.Empty((await world.LedgerAsync()).Contacts);

        (await world.App.PostAsync($"/api/customers/{id}/link", null)).EnsureSuccessStatusCode();
        await StateAsync(world, id, "linked");
        Assert.Single((await world.LedgerAsync()).Contacts);
    }

    [Fact]
    public async Task A_merged_contact_is_followed()
    {
        await using var world = await Clientele.OpenAsync(("Isthmus:Customers:CreateInStripe", "false"));
        var (clients, id, contact) = await PairAsync(world);
        var other = await clients.EnterInZohoAsync(new { contact_name = "Ana P." });
        await world.RunAsync("contact-" + other, "ignored");

        await world.PostAsync($"/_sandbox/zoho-inventory/contacts/{contact}/merge", new { into = other });
        Assert.Equal(1, (await clients.SweepAsync(full: true)).GetProperty("gone").GetInt32());
        await clients.UntilAsync(async () => (await clients.LinkedAsync(id)).ContactId == other);
        await clients.UntilAsync(async () => (await clients.ContactAsync(other)).GetProperty("contact_name").GetString() == "Ana Prado");
    }

    [Fact]
    public async Task An_inactive_contact_stands_still_until_it_is_active_again()
    {
        await using var world = await Clientele.OpenAsync();
        var (clients, id, contact) = await PairAsync(world);

        await clients.ZohoAsync("POST", $"/contacts/{contact}/inactive");
        await StateAsync(world, id, "inactive");
        Assert.Equal("inactive", (await clients.CustomerAsync(id)).GetProperty("metadata").GetProperty("zoho_status").GetString());
        await clients.StripeAsync($"/v1/customers/{id}", ("phone", "7"));
        await clients.RestAsync();
        // A contact that is again as it was within one second is told of by the sweep alone: Zoho's stamps are whole seconds.
        await world.PassTimeAsync(TimeSpan.FromSeconds(2));
        await clients.ZohoAsync("POST", $"/contacts/{contact}/active");
        await StateAsync(world, id, "linked");
        await clients.UntilAsync(async () => Person.OfContact(await clients.ContactAsync(contact)).Phone == "7");
    }

    private static async Task<(Clientele Clients, string Id, string Contact)> PairAsync(World world)
    {
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(("name", "Ana Prado"), ("email", "ana@example.net"));
        var link = await clients.LinkedAsync(id);
        await clients.RestAsync();
        return (clients, id, link.ContactId);
    }

    /// <summary>By the event alone: no sweep is run.</summary>
    private static Task StateAsync(World world, string id, string state) => new Clientele(world).UntilAsync(async () =>
    {
        var answer = await world.App.GetAsync($"/api/customers/{id}");
        return answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString() == state;
    });
}
