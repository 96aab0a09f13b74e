using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.ZohoInventory;

public sealed class Searches : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync()
    {
        server = await ScriptedServer.StartAsync();
        server.Then(200, $$"""{"access_token":"t1","api_domain":"{{server.Address}}region","expires_in":3600}""");
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Go_to_the_server_that_the_token_names_with_the_organisation()
    {
        server.Then(200, """{"code":0,"items":[{"item_id":"7","sku":"MUG-1"}],"page_context":{"has_more_page":false}}""");
        await Zoho.FindItemBySkuAsync("MUG-1");
        var request = server.Requests.Last();
        Assert.Equal("/region/inventory/v1/items", request.Path);
        Assert.Equal("Zoho-oauthtoken t1", request.Header("Authorization"));
        Assert.Contains(("organization_id", "10234695"), ReceivedRequest.Pairs(request.Query));
        Assert.Contains(("sku", "MUG-1"), ReceivedRequest.Pairs(request.Query));
    }

    [Fact]
    public async Task Take_no_row_that_was_not_asked_for()
    {
        server.Then(200, """{"code":0,"contacts":[{"contact_id":"1","email":"other@example.net"},{"contact_id":"2","email":"ANA@example.net "}]}""");
        var found = Assert.Single(await Zoho.FindContactsByEmailAsync("ana@example.net"));
        Assert.Equal("2", found.GetProperty("contact_id").GetString());
    }

    [Fact]
    public async Task Do_not_say_that_nothing_is_there_when_the_filter_was_ignored()
    {
        var row = 0;
        server.Otherwise = _ =>
            (200, Rows(at => $$"""{"salesorder_id":"{{at}}","salesorder_number":"SO-{{at}}"}""", first: row += 200, more: true));
        var failure = await FailureOf(() => Zoho.FindSalesOrderAsync("STR-1"));
        Assert.Equal((FailureClass.Permanent, "filter-ignored"), (failure.Class, failure.Code));
    }

    [Fact]
    public async Task For_a_payment_compare_the_amount_too()
    {
        server.Otherwise = _ =>
            (200, """{"code":0,"customerpayments":[{"payment_id":"1","reference_number":"ch_1","amount":10.5},{"payment_id":"2","reference_number":"ch_1","amount":104.630}]}""");
        var zoho = Zoho;
        Assert.Equal("2", (await zoho.FindPaymentAsync("ch_1", 104.63m))!.Value.GetProperty("payment_id").GetString());
        Assert.Null(await zoho.FindPaymentAsync("ch_1", 104.64m));
    }

    [Fact]
    public async Task Bring_the_whole_order_when_there_is_one_and_cost_one_call_when_there_is_none()
    {
        server.Then(200, """{"code":0,"salesorders":[{"salesorder_id":"9","salesorder_number":"STR-1"}]}""")
            .Then(200, """{"code":0,"salesorder":{"salesorder_id":"9","line_items":[]}}""").Then(200,
                """{"code":0,"salesorders":[]}""");
        var zoho = Zoho;
        Assert.True((await zoho.FindSalesOrderAsync("STR-1"))!.Value.TryGetProperty("line_items", out _));
        Assert.Null(await zoho.FindSalesOrderAsync("STR-2"));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Of_changes_stop_at_the_first_older_ones_while_the_list_is_sorted()
    {
        server.Otherwise = request => (200, Page(request, at => $"2026-11-21T{23 - at / 30:00}:{59 - at % 30 * 2:00}:00+0000"));
        var since = new DateTimeOffset(2026, 11, 21, 22, 0, 0, TimeSpan.Zero);
        Assert.Equal(60, await Zoho.ListSalesOrdersAsync(since).CountAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Of_changes_read_everything_when_the_sorting_is_ignored()
    {
        server.Otherwise = request => (200, Page(request, at => $"2026-11-{(at * 7 % 20) + 1:00}T10:00:00+0000"));
        var since = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(30, await Zoho.ListSalesOrdersAsync(since).CountAsync());
        Assert.Equal(4, server.Requests.Count);
    }

    private ZohoInventoryClient Zoho => Connected.To(server.Address).GetRequiredService<ZohoInventoryClient>();

    /// <summary>600 rows in three pages.</summary>
    private static string Page(ReceivedRequest request, Func<int, string> changed)
    {
        var page = int.Parse(ReceivedRequest.Pairs(request.Query).Single(pair => pair.Name == "page").Value);
        return Rows(at => $$"""{"salesorder_id":"{{at}}","last_modified_time":"{{changed(at)}}"}""", (page - 1) * 200, page < 3);
    }

    private static string Rows(Func<int, string> row, int first, bool more)
    {
        var rows = string.Join(',', Enumerable.Range(first, 200).Select(row));
        return $$"""{"code":0,"salesorders":[{{rows}}],"page_context":{"has_more_page":{{(more ? "true" : "false")}} } }""";
    }
}
