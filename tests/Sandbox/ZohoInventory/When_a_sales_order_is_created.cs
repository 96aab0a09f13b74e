namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_a_sales_order_is_created : ZohoTest
{
    private static readonly object[] lines = [new { name = "Engraving", rate = 10, quantity = 2 }];

    private const string Own = "/salesorders?ignore_auto_number_generation=true";

    [Fact]
    public async Task It_is_a_draft_with_the_next_number()
    {
        var order = (await CreateAsync("/salesorders", null)).Accepted()["salesorder"];
        Assert.Equal("SO-00001", Shop.Text(order, "salesorder_number"));
        Assert.Equal("draft", Shop.Text(order, "status"));
        Assert.Equal("not_invoiced", Shop.Text(order, "invoiced_status"));
        Assert.Equal(18, Shop.Text(order, "salesorder_id").Length);
    }

    [Fact]
    public async Task An_own_number_is_taken_when_automatic_numbers_are_ignored()
    {
        var order = (await CreateAsync(Own, "STR-1")).Accepted()["salesorder"];
        Assert.Equal("STR-1", Shop.Text(order, "salesorder_number"));
    }

    [Fact]
    public async Task An_own_number_is_passed_over_otherwise()
    {
        var order = (await CreateAsync("/salesorders", "STR-1")).Accepted()["salesorder"];
        Assert.Equal("SO-00001", Shop.Text(order, "salesorder_number"));
    }

    [Fact]
    public async Task A_number_that_is_taken_is_refused()
    {
        (await CreateAsync(Own, "STR-1")).Accepted();
        Assert.Contains("already exists", (await CreateAsync(Own, "STR-1")).Message);
        Assert.Single((await Zoho.GetAsync("/salesorders"))["salesorders"].AsArray());
    }

    [Fact]
    public async Task Without_its_own_number_it_is_refused_when_automatic_ones_are_ignored() =>
        (await CreateAsync(Own, null)).Refused(4, "salesorder_number");

    [Fact]
    public async Task It_is_found_by_number_and_by_reference()
    {
        (await CreateAsync(Own, "STR-1")).Accepted();
        (await CreateAsync(Own, "STR-2")).Accepted();
        Assert.Single((await Zoho.GetAsync("/salesorders?salesorder_number=STR-2"))["salesorders"].AsArray());
        Assert.Equal(2, (await Zoho.GetAsync("/salesorders?reference_number=pi_1"))["salesorders"].AsArray().Count);
        Assert.Empty((await Zoho.GetAsync("/salesorders?salesorder_number=STR-3"))["salesorders"].AsArray());
    }

    [Fact]
    public async Task It_is_there_although_the_answer_was_lost()
    {
        await Zoho.Server.PostAsync("/_sandbox/faults",
            new { vendor = "zoho-inventory", match = "POST /inventory/v1/salesorders", kind = "drop-after", count = 1 });
        var customer = await Zoho.CustomerAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(Own, "STR-1", customer));
        Assert.Single((await Zoho.GetAsync("/salesorders?salesorder_number=STR-1"))["salesorders"].AsArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_quantity_of_nothing_or_less_is_refused(decimal quantity)
    {
        var wrong = new[] { new { name = "x", rate = 1, quantity } };
        (await Zoho.PostAsync("/salesorders", new { customer_id = await Zoho.CustomerAsync(), line_items = wrong }))
            .Refused(4, "quantity");
    }

    [Fact]
    public async Task Several_are_confirmed_in_one_call()
    {
        var first = Shop.Text((await CreateAsync(Own, "A"))["salesorder"], "salesorder_id");
        var second = Shop.Text((await CreateAsync(Own, "B"))["salesorder"], "salesorder_id");
        (await Zoho.PostAsync($"/salesorders/status/confirmed?salesorder_ids={first},{second}")).Accepted();
        Assert.Equal(2, (await Zoho.GetAsync("/salesorders?filter_by=Status.Confirmed"))["salesorders"].AsArray().Count);
    }

    [Fact]
    public async Task It_must_be_approved_first_where_approvals_are_on()
    {
        await Zoho.SetAsync(new { approvals = true });
        var id = Shop.Text((await CreateAsync(Own, "A"))["salesorder"], "salesorder_id");
        Assert.Contains("approved first", (await Zoho.PostAsync($"/salesorders/{id}/status/confirmed")).Message);
        (await Zoho.PostAsync($"/salesorders/{id}/submit")).Accepted();
        (await Zoho.PostAsync($"/salesorders/{id}/approve")).Accepted();
        Assert.Contains("already", (await Zoho.PostAsync($"/salesorders/{id}/approve")).Message);
        (await Zoho.PostAsync($"/salesorders/{id}/status/confirmed")).Accepted();
    }

    [Fact]
    public async Task A_limit_on_lines_can_be_set()
    {
        await Zoho.SetAsync(new { maxLines = 1 });
        var two = new[] { new { name = "x", rate = 1 }, new { name = "y", rate = 1 } };
        (await Zoho.PostAsync("/salesorders", new { customer_id = await Zoho.CustomerAsync(), line_items = two }))
            .Refused(15, "1 line items");
    }

    private async Task<Reply> CreateAsync(string path, string? number, string? customer = null)
    {
        var known = (await Zoho.GetAsync("/contacts"))["contacts"].AsArray();
        customer ??= known.Count > 0 ? Shop.Text(known[0]!, "contact_id") : await Zoho.CustomerAsync();
        var body = new { customer_id = customer, salesorder_number = number, reference_number = "pi_1", line_items = lines };
        return await Zoho.PostAsync(path, body);
    }
}
