namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_contacts_are_written : ZohoTest
{
    [Theory]
    [InlineData("Ada Byron")]
    [InlineData("ada byron ")]
    public async Task A_name_that_is_taken_is_code_3062(string name)
    {
        await Zoho.CustomerAsync("Ada Byron");
        (await Zoho.PostAsync("/contacts", new { contact_name = name })).Refused(3062, "already exists");
    }

    [Fact]
    public async Task A_contact_is_found_by_the_address_of_one_of_its_persons()
    {
        var id = await Zoho.CustomerAsync("Ada Byron");
        await Zoho.CustomerAsync("Grace Hopper");
        var found = (await Zoho.GetAsync("/contacts?email=ADA.BYRON@example.com"))["contacts"].AsArray();
        Assert.Equal(id, Shop.Text(Assert.Single(found)!, "contact_id"));
    }

    [Fact]
    public async Task A_renamed_contact_is_found_by_its_new_name_only()
    {
        var id = await Zoho.CustomerAsync("Ada Byron");
        (await Zoho.PutAsync($"/contacts/{id}", new { contact_name = "Ada Lovelace" })).Accepted();
        Assert.Empty((await Zoho.GetAsync("/contacts?contact_name=Ada%20Byron"))["contacts"].AsArray());
        Assert.Single((await Zoho.GetAsync("/contacts?contact_name=Ada%20Lovelace"))["contacts"].AsArray());
        await Zoho.CustomerAsync("Ada Byron");
        (await Zoho.PutAsync($"/contacts/{id}", new { contact_name = "Ada Byron" })).Refused(3062, "already exists");
    }

    [Fact]
    public async Task The_first_person_is_primary_when_none_is_named()
    {
        var persons = new[] { new { first_name = "Ada", email = "a@example.com" },
            new { first_name = "Bo", email = "b@example.com" } };
        var contact = (await Zoho.PostAsync("/contacts", new { contact_name = "Two", contact_persons = persons }))
            .Accepted()["contact"];
        Assert.Equal("a@example.com", Shop.Text(contact, "email"));
        Assert.True(contact["contact_persons"]![0]!["is_primary_contact"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_unknown_currency_is_refused() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = "Ada", currency_id = "1" })).Refused(4, "currency_id");

    [Fact]
    public async Task The_currency_of_a_contact_with_orders_stays()
    {
        var customer = await Zoho.CustomerAsync();
        await Zoho.OrderAsync(customer, await Zoho.ItemAsync());
        Assert.NotEqual(0, (await Zoho.PutAsync($"/contacts/{customer}", new { currency_id = Shop.Euro })).Code);
    }

    [Fact]
    public async Task An_inactive_customer_takes_no_orders()
    {
        var customer = await Zoho.CustomerAsync();
        (await Zoho.PostAsync($"/contacts/{customer}/inactive")).Accepted();
        var lines = new[] { new { name = "x", rate = 1 } };
        Assert.NotEqual(0, (await Zoho.PostAsync("/salesorders", new { customer_id = customer, line_items = lines })).Code);
    }

    [Fact]
    public async Task A_missing_contact_is_code_1002()
    {
        var reply = await Zoho.GetAsync("/contacts/460000000000999999");
        Assert.Equal(404, reply.Status);
        reply.Refused(1002, "does not exist");
    }
}
