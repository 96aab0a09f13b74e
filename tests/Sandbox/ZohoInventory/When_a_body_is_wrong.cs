namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_a_body_is_wrong : ZohoTest
{
    [Fact]
    public async Task An_unknown_field_is_an_invalid_element() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = "Ada", shoe_size = 5 })).Refused(4, "Invalid Element shoe_size");

    [Fact]
    public async Task An_email_address_does_not_belong_on_the_contact_itself() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = "Ada", email = "ada@example.com" }))
            .Refused(4, "Invalid Element email");

    [Fact]
    public async Task A_missing_field_is_named() =>
        (await Zoho.PostAsync("/contacts", new { company_name = "Ada" })).Refused(4, "contact_name");

    [Fact]
    public async Task A_name_that_is_too_long_is_code_15() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = new string('x', 201) })).Refused(15, "less than 200");

    [Fact]
    public async Task A_name_as_long_as_allowed_is_taken() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = new string('x', 200) })).Accepted();

    [Fact]
    public async Task A_value_outside_the_list_is_refused() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = "Ada", contact_type = "friend" })).Refused(4, "contact_type");

    [Fact]
    public async Task A_nested_field_is_checked_too() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = "Ada", billing_address = new { street = "x" } }))
            .Refused(4, "street");

    [Fact]
    public async Task An_address_that_is_no_email_address_is_refused() =>
        (await Zoho.PostAsync("/contacts", new { contact_name = "Ada", contact_persons = new[] { new { email = "ada" } } }))
            .Refused(4, "email");

    [Fact]
    public async Task An_id_sent_as_a_number_is_refused() =>
        (await Zoho.PostAsync("/salesorders", new { customer_id = 460000000000091001, line_items = Array.Empty<object>() }))
            .Refused(4, "customer_id");

    [Fact]
    public async Task A_rate_sent_as_text_is_refused()
    {
        var customer = await Zoho.CustomerAsync();
        (await Zoho.PostAsync("/salesorders",
            new { customer_id = customer, line_items = new[] { new { name = "x", rate = "ten" } } }))
                .Refused(4, "rate");
    }

    [Fact]
    public async Task A_date_in_another_form_is_refused()
    {
        var customer = await Zoho.CustomerAsync();
        var lines = new[] { new { name = "x" } };
        (await Zoho.PostAsync("/salesorders", new { customer_id = customer, date = "21/11/2026", line_items = lines }))
            .Refused(4, "date");
    }

    [Fact]
    public async Task A_parent_in_the_body_is_dropped_silently()
    {
        var order = await Zoho.OrderAsync(await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var line = new { so_line_item_id = Shop.Text(order["line_items"]![0]!, "line_item_id"), quantity = 1 };
        var body = new { salesorder_id = Shop.Text(order, "salesorder_id"), date = "2026-11-21", line_items = new[] { line } };
        (await Zoho.PostAsync("/packages", body)).Refused(2, "salesorder_id");
    }

    [Fact]
    public async Task Text_of_any_alphabet_and_markup_is_kept_as_it_is()
    {
        const string name = "Zoë 🦊 <b>O'Neil</b>; DROP TABLE x;--";
        var reply = await Zoho.PostAsync("/contacts", new { contact_name = name });
        Assert.Equal(name, Shop.Text(reply.Accepted()["contact"], "contact_name"));
    }
}
