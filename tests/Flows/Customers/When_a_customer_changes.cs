using System.Net.Http.Json;
using System.Text.Json;

namespace Isthmus.Flows.Tests.Customers;

public sealed class When_a_customer_changes
{
    private static readonly (string, string)[] Ana =
    [
        ("name", "Ana Prado"), ("email", "ana@example.net"), ("phone", "+351 1"), ("address[line1]", "Rua 1"), ("address[city]", "Porto"),
        ("address[country]", "PT"), ("metadata[segment]", "retail"),
    ];

    [Fact]
    public async Task A_new_customer_in_Stripe_becomes_one_contact()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(Ana);
        var link = await clients.LinkedAsync(id);

        var (customer, contact) = (await clients.CustomerAsync(id), await clients.ContactAsync(link.ContactId));
        Assert.Equal(new Person("Ana Prado", "ana@example.net", "+351 1", "Rua 1", "Porto", "PT", "retail"), Person.OfContact(contact));
        Assert.Equal(id, contact.GetProperty("custom_field_hash").GetProperty("cf_stripe_customer").GetString());
        Assert.Equal(link.ContactId, customer.GetProperty("metadata").GetProperty("zoho_contact_id").GetString());
        Assert.Single((await world.LedgerAsync()).Contacts);
    }

    [Fact]
    public async Task A_new_contact_in_Zoho_becomes_one_customer()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var contactId = await clients.EnterInZohoAsync(new
        {
            contact_name = "Bert Groß",
            contact_persons = new[] { new { first_name = "Bert", last_name = "Groß", email = "bert@example.net", phone = "49 2" } },
            billing_address = new { address = "Weg 2", city = "Köln", country = "Germany" },
            custom_fields = new[] { new { api_name = "cf_segment", value = "trade" } },
        });
        var link = await clients.LinkedContactAsync(contactId);

        var customer = await clients.CustomerAsync(link.StripeId);
        Assert.Equal(new Person("Bert Groß", "bert@example.net", "49 2", "Weg 2", "Köln", "DE", "trade"), Person.OfCustomer(customer));
        Assert.Single((await world.StripeAsync("/v1/customers")).GetProperty("data").EnumerateArray());
        await world.RunAsync("customer-" + link.StripeId, "done");
    }

    [Fact]
    public async Task Changes_travel_both_ways_and_do_not_come_back()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(Ana);
        var contactId = (await clients.LinkedAsync(id)).ContactId;
        await clients.RestAsync();

        await clients.StripeAsync(
            $"/v1/customers/{id}",
            ("phone", "+351 9"), ("address[line1]", "Rua 7"), ("address[city]", "Lisboa"), ("address[country]", "PT"));
        await clients.UntilAsync(async () =>
            Person.OfContact(await clients.ContactAsync(contactId)) is { Phone: "+351 9", Street: "Rua 7", Town: "Lisboa" });
        await clients.RestAsync();
        await clients.ZohoAsync(
            "PUT", $"/contacts/{contactId}",
            new { contact_name = "Ana Prado Silva", custom_fields = new[] { new { api_name = "cf_segment", value = "vip" } } });
        await clients.UntilAsync(async () => Person.OfCustomer(await clients.CustomerAsync(id)) is { Name: "Ana Prado Silva", Segment: "vip" });
        await clients.RestAsync();

        var audit = (await world.App.GetFromJsonAsync<JsonElement>("/api/audit?limit=200")).GetProperty("items").EnumerateArray()
            .Select(entry => entry.GetProperty("action").GetString()).Where(action => action!.StartsWith("write", StringComparison.Ordinal));
        Assert.Equal(["write customer", "write customer", "write customer", "write contact"], audit);
    }

    [Fact]
    public async Task What_is_taken_away_on_one_side_goes_from_the_other()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(Ana);
        var contactId = (await clients.LinkedAsync(id)).ContactId;
        await clients.RestAsync();

        await clients.StripeAsync($"/v1/customers/{id}", ("phone", ""), ("address", ""), ("metadata[segment]", ""));
        await clients.UntilAsync(async () => Person.OfContact(await clients.ContactAsync(contactId)) is { Phone: "", Street: "", Segment: "" });
        Assert.Equal("ana@example.net", Person.OfContact(await clients.ContactAsync(contactId)).Email);
    }

    [Fact]
    public async Task Where_both_changed_at_once_the_authoritative_side_counts_field_by_field()
    {
        await using var world = await Clientele.OpenAsync(("Isthmus:Customers:Authority:Fields:phone", "zoho"));
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(Ana);
        var contactId = (await clients.LinkedAsync(id)).ContactId;
        await clients.RestAsync();
        (await world.App.PostAsync("/api/connections/zoho-inventory/pause", null)).EnsureSuccessStatusCode();

        await clients.StripeAsync($"/v1/customers/{id}", ("name", "Ana from Stripe"), ("phone", "1"), ("metadata[segment]", "stripe"));
        var person = (await clients.ContactAsync(contactId)).GetProperty("primary_contact_id").GetString();
        await clients.ZohoAsync("PUT", $"/contacts/contactpersons/{person}", new { first_name = "Ana", phone = "2" });
        await clients.ZohoAsync(
            "PUT", $"/contacts/{contactId}",
            new { contact_name = "Ana from Zoho", custom_fields = new[] { new { api_name = "cf_segment", value = "zoho" } } });
        (await world.App.PostAsync("/api/connections/zoho-inventory/resume", null)).EnsureSuccessStatusCode();

        var agreed = new { Name = "Ana from Stripe", Phone = "2", Segment = "zoho" };
        await clients.UntilAsync(async () => Person.OfContact(await clients.ContactAsync(contactId)) is var c
            && new { c.Name, c.Phone, c.Segment }.Equals(agreed));
        await clients.UntilAsync(async () => Person.OfCustomer(await clients.CustomerAsync(id)) is var c
            && new { c.Name, c.Phone, c.Segment }.Equals(agreed));
    }

    [Fact]
    public async Task A_change_on_the_side_that_never_decides_is_taken_back()
    {
        await using var world = await Clientele.OpenAsync(("Isthmus:Customers:Authority:Identity", "stripeOnly"));
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(Ana);
        var contactId = (await clients.LinkedAsync(id)).ContactId;
        await clients.RestAsync();

        await clients.ZohoAsync("PUT", $"/contacts/{contactId}", new { contact_name = "Somebody else" });
        await clients.RestAsync();
        await clients.UntilAsync(async () => Person.OfContact(await clients.ContactAsync(contactId)).Name == "Ana Prado");
        Assert.Equal("Ana Prado", Person.OfCustomer(await clients.CustomerAsync(id)).Name);
    }
}
