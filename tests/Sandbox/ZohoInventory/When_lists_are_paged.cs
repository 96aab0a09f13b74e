namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_lists_are_paged : ZohoTest
{
    [Fact]
    public async Task A_page_has_200_at_most_and_says_whether_more_follow()
    {
        await Zoho.ControlAsync("/items",
            Enumerable.Range(0, 401).Select(n => new { sku = $"S{n:D4}", name = $"Item {n}", rate = n }));
        var first = await Zoho.GetAsync("/items?per_page=500");
        Assert.Equal(200, first["items"].AsArray().Count);
        Assert.True(first["page_context"]["has_more_page"]!.GetValue<bool>());
        var last = await Zoho.GetAsync("/items?page=3");
        Assert.Single(last["items"].AsArray());
        Assert.False(last["page_context"]["has_more_page"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Rows_come_newest_first_unless_asked_otherwise()
    {
        foreach (var sku in new[] { "A", "C", "B" }) await Zoho.ItemAsync(sku);
        Assert.Equal("B,C,A", await SkusAsync("/items"));
        Assert.Equal("A,C,B", await SkusAsync("/items?sort_column=created_time&sort_order=A"));
        Assert.Equal("C,B,A", await SkusAsync("/items?sort_column=sku&sort_order=D"));
    }

    [Theory]
    [InlineData("sku_startswith=AB", "ABD,ABC")]
    [InlineData("sku_contains=B", "XBC,ABD,ABC")]
    [InlineData("search_text=xbc", "XBC")]
    [InlineData("sku=ABC&name=other", "")]
    [InlineData("rate_greater_equals=10", "XBC,ABD,ABC")]
    [InlineData("rate_less_than=10", "")]
    [InlineData("colour=red", "XBC,ABD,ABC")]
    public async Task Filters_narrow_and_unknown_ones_are_ignored(string query, string skus)
    {
        foreach (var sku in new[] { "ABC", "ABD", "XBC" }) await Zoho.ItemAsync(sku);
        Assert.Equal(skus, await SkusAsync("/items?" + query));
    }

    [Theory]
    [InlineData("/items?filter_by=Status.Blue", "filter_by")]
    [InlineData("/items?page=0", "page")]
    [InlineData("/items?sort_order=up", "sort_order")]
    [InlineData("/contacts?sort_column=shoe_size", "sort_column")]
    public async Task A_value_that_means_nothing_is_code_2(string path, string name) =>
        (await Zoho.GetAsync(path)).Refused(2, name);

    [Fact]
    public async Task Lists_can_be_made_to_lag_behind_creates()
    {
        await Zoho.SetAsync(new { searchLagSeconds = 5 });
        var id = await Zoho.CustomerAsync();
        Assert.Empty((await Zoho.GetAsync("/contacts"))["contacts"].AsArray());
        (await Zoho.GetAsync($"/contacts/{id}")).Accepted();
        await Zoho.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 6 });
        Assert.Single((await Zoho.GetAsync("/contacts"))["contacts"].AsArray());
    }

    [Fact]
    public async Task Orders_ignore_last_modified_time_but_sort_by_it()
    {
        var (customer, item) = (await Zoho.CustomerAsync(), await Zoho.ItemAsync());
        var first = await Zoho.OrderAsync(customer, item);
        await Zoho.OrderAsync(customer, item);
        await Zoho.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 10 });
        (await Zoho.PostAsync($"/salesorders/{Shop.Text(first, "salesorder_id")}/status/void")).Accepted();
        const string query = "last_modified_time=2099-01-01T00:00:00Z&sort_column=last_modified_time";
        var rows = (await Zoho.GetAsync("/salesorders?" + query))["salesorders"];
        Assert.Equal(2, rows.AsArray().Count);
        Assert.Equal("void", Shop.Text(rows[0]!, "status"));
    }

    private async Task<string> SkusAsync(string path) =>
        string.Join(',', (await Zoho.GetAsync(path)).Accepted()["items"].AsArray().Select(item => Shop.Text(item!, "sku")));
}
