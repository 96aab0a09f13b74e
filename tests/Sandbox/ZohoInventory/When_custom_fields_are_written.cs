using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_custom_fields_are_written : ZohoTest
{
    [Theory]
    [InlineData("customfield_id", "460000000000099001")]
    [InlineData("label", "Stripe Customer")]
    [InlineData("api_name", "cf_stripe_customer")]
    public async Task They_are_named_by_id_label_or_api_name_and_read_back_in_two_ways(string name, string value)
    {
        var contact = (await CreateAsync("Ada", new JsonObject { [name] = value, ["value"] = "cus_1" })).Accepted()["contact"];
        Assert.Equal("cus_1", Shop.Text(contact["custom_field_hash"]!, "cf_stripe_customer"));
        Assert.Equal("cf_stripe_customer", Shop.Text(contact["custom_fields"]![0]!, "api_name"));
    }

    [Fact]
    public async Task Contacts_take_an_index_as_well() =>
        (await CreateAsync("Ada", new JsonObject { ["index"] = 1, ["value"] = "cus_1" })).Accepted();

    [Fact]
    public async Task One_that_is_not_defined_is_refused() =>
        (await CreateAsync("Ada", new JsonObject { ["api_name"] = "cf_shoe_size", ["value"] = "5" })).Refused(4, "custom_fields");

    [Fact]
    public async Task One_of_another_module_is_refused() =>
        (await CreateAsync("Ada", new JsonObject { ["api_name"] = "cf_stripe_charge", ["value"] = "ch_1" }))
            .Refused(4, "custom_fields");

    [Fact]
    public async Task A_unique_one_refuses_duplicates()
    {
        await Zoho.ControlAsync("/custom-fields", new { module = "contact", label = "Tax Ref", unique = true });
        (await CreateAsync("Ada", Entry("cf_tax_ref", "T1"))).Accepted();
        Assert.Contains("already exists", (await CreateAsync("Bo", Entry("cf_tax_ref", "T1"))).Message);
        (await CreateAsync("Bo", Entry("cf_tax_ref", "T2"))).Accepted();
    }

    [Theory]
    [InlineData(false, "cus_1")]
    [InlineData(true, null)]
    public async Task An_update_keeps_the_others_or_clears_them_as_set(bool replace, string? left)
    {
        await Zoho.ControlAsync("/custom-fields", new { module = "contact", label = "Tier" });
        var id = Shop.Text((await CreateAsync("Ada", Entry("cf_stripe_customer", "cus_1")))["contact"], "contact_id");
        await Zoho.SetAsync(new { replaceCustomFields = replace });
        var body = new { custom_fields = new[] { Entry("cf_tier", "gold") } };
        var after = (await Zoho.PutAsync($"/contacts/{id}", body)).Accepted()["contact"]["custom_field_hash"]!;
        Assert.Equal(left, after["cf_stripe_customer"]?.GetValue<string>());
        Assert.Equal("gold", Shop.Text(after, "cf_tier"));
    }

    [Fact]
    public async Task They_are_updated_alone_at_the_singular_address()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var id = Shop.Text((await Zoho.InvoiceAsync(order))["invoice"], "invoice_id");
        (await Zoho.PutAsync($"/invoice/{id}/customfields", new JsonArray(Entry("cf_stripe_charge", "ch_1")))).Accepted();
        (await Zoho.PutAsync($"/invoices/{id}/customfields", new JsonArray(Entry("cf_stripe_charge", "ch_1"))))
            .Refused(5, "Invalid URL");
        var found = (await Zoho.GetAsync("/invoices?custom_field=ch_1"))["invoices"].AsArray();
        Assert.Equal("ch_1", Shop.Text(Assert.Single(found)!["custom_field_hash"]!, "cf_stripe_charge"));
    }

    private static JsonObject Entry(string apiName, string value) => new() { ["api_name"] = apiName, ["value"] = value };

    private Task<Reply> CreateAsync(string name, JsonObject field) =>
        Zoho.PostAsync("/contacts", new { contact_name = name, custom_fields = new[] { field } });
}
