using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage300;

public sealed class When_collections_are_read : WebApi
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ControlAsync("records/AR/ARCustomers", Enumerable.Range(0, 230).Select(at => new
        {
            CustomerNumber = $"C{at:D3}", GroupCode = "WHL", CustomerName = at == 7 ? "O'Brien & Sons" : $"Customer {at}",
            City = at % 2 == 0 ? "Portland" : "Boise", AccountType = at < 10 ? "BalanceForward" : "OpenItem",
            CreditLimitCustomerCurrency = at * 100m,
        }));
    }

    [Fact]
    public async Task A_page_has_a_hundred_however_many_are_asked_for_and_its_link_has_lost_everything_but_the_skip()
    {
        var page = await GetAsync("AR/ARCustomers?$select=CustomerNumber&$top=500&$count=true");
        Assert.Equal((100, 230), (page["value"]!.AsArray().Count, page["@odata.count"]!.GetValue<int>()));
        Assert.EndsWith("/sage-300/Sage300WebApi/v1.0/-/SAMLTD/AR/ARCustomers?$skip=100", page["@odata.nextLink"]!.GetValue<string>());
        Assert.Equal("CustomerNumber", Assert.Single(page["value"]![0]!.AsObject()).Key);
    }

    [Fact]
    public async Task The_last_page_and_a_full_top_have_no_link()
    {
        Assert.Null((await GetAsync("AR/ARCustomers?$skip=200"))["@odata.nextLink"]);
        Assert.Null((await GetAsync("AR/ARCustomers?$top=5"))["@odata.nextLink"]);
    }

    [Theory]
    [InlineData("City eq 'Boise'", 115)]
    [InlineData("CustomerName eq 'O''Brien & Sons'", 1)]
    [InlineData("CreditLimitCustomerCurrency ge 22000.00 and City ne 'Boise'", 5)]
    [InlineData("City eq 'Boise' and CustomerNumber lt 'C004' or CustomerNumber gt 'C228'", 3)]
    [InlineData("(City eq 'Boise' or City eq 'Portland') and CustomerNumber le 'C001'", 2)]
    [InlineData("AccountType eq 'BalanceForward'", 10)]
    [InlineData("substringof('brien',CustomerName)", 1)]
    [InlineData("startswith(CustomerNumber,'C22')", 10)]
    [InlineData("endswith(CustomerNumber,'9') and length(CustomerName) eq 10", 1)]
    [InlineData("DateLastMaintained ge 2020-01-01T00:00:00Z", 230)]
    [InlineData("InactiveDate lt 2020-01-01T00:00:00Z", 230)]
    public async Task Filters_find_what_they_say_and_the_count_honours_them(string filter, int expected)
    {
        var page = await GetAsync($"AR/ARCustomers?$top=1&$count=true&$filter={Uri.EscapeDataString(filter)}");
        Assert.Equal(expected, page["@odata.count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("$filter=Nothing eq 'x'")]
    [InlineData("$filter=City = 'x'")]
    [InlineData("$filter=City eq 'x' and")]
    [InlineData("$filter=(City eq 'x'")]
    [InlineData("$filter=City eq 5")]
    [InlineData("$filter=AccountType eq 'Nothing'")]
    [InlineData("$filter=contains(City,'x')")]
    [InlineData("$filter=CreditLimitCustomerCurrency gt 99.99m")]
    [InlineData("$filter=DateLastMaintained ge datetime'2026-01-01T00:00:00'")]
    [InlineData("$filter=AUDTDATE ge 2026-01-01")]
    [InlineData("$select=AUDTDATE")]
    [InlineData("$orderby=City")]
    [InlineData("$expand=CustomerOptionalFieldValues")]
    [InlineData("$search=x")]
    [InlineData("$apply=x")]
    [InlineData("$top=-1")]
    [InlineData("$skip=x")]
    [InlineData("$top=1&$top=2")]
    public async Task What_is_not_documented_is_refused(string query) =>
        Assert.Equal("400 InvalidParameters", await RefusalAsync("GET", $"AR/ARCustomers?{query.Replace(" ", "%20")}"));

    [Fact]
    public async Task Links_may_name_the_server_as_only_the_office_knows_it()
    {
        await SetAsync(new { linkHost = "sage300srv" });
        Assert.StartsWith("https://sage300srv/", (await GetAsync("AR/ARCustomers"))["@odata.nextLink"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_record_comes_once_in_the_order_of_the_key()
    {
        var seen = new List<string>();
        for (var skip = 0; skip < 300; skip += 100)
            seen.AddRange((await GetAsync($"AR/ARCustomers?$skip={skip}"))["value"]!.AsArray().Select(Number));
        Assert.Equal(Enumerable.Range(0, 230).Select(at => $"C{at:D3}"), seen);
    }

    private static string Number(JsonNode? row) => row!["CustomerNumber"]!.GetValue<string>();
}
