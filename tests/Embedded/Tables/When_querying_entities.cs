using Azure;
using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_querying_entities : TableSuite
{
    private async Task AddAsync(string partition, params string[] rows)
    {
        foreach (var row in rows) await Table.AddEntityAsync(new TableEntity(partition, row) { ["Row"] = row });
    }

    private async Task<string> KeysAsync(string? filter, int? maxPerPage = null)
    {
        var keys = new List<string>();
        await foreach (var entity in Table.QueryAsync<TableEntity>(filter,
            maxPerPage)) keys.Add(entity.PartitionKey + entity.RowKey);
        return string.Join(' ', keys);
    }

    [Fact]
    public async Task Entities_come_in_order_of_their_keys()
    {
        await AddAsync("b", "2", "10", "1");
        await AddAsync("a", "z");
        Assert.Equal("az b1 b10 b2", await KeysAsync(null));
    }

    [Theory]
    [InlineData("PartitionKey eq 'b'", "b1 b2 b3")]
    [InlineData("PartitionKey eq 'b' and RowKey eq '2'", "b2")]
    [InlineData("PartitionKey eq 'b' and RowKey gt '1' and RowKey le '3'", "b2 b3")]
    [InlineData("PartitionKey ge 'b' and PartitionKey lt 'c'", "b1 b2 b3")]
    [InlineData("PartitionKey gt 'b'", "c1")]
    [InlineData("'b' lt PartitionKey", "c1")]
    [InlineData("RowKey eq '1'", "a1 b1 c1")]
    [InlineData("PartitionKey eq 'a' or PartitionKey eq 'c'", "a1 c1")]
    [InlineData("(PartitionKey eq 'a' or PartitionKey eq 'b') and RowKey lt '2'", "a1 b1")]
    [InlineData("PartitionKey eq 'b' and not (RowKey eq '2')", "b1 b3")]
    [InlineData("PartitionKey eq 'b' and PartitionKey eq 'c'", "")]
    [InlineData("PartitionKey eq 'b' and RowKey ge '3' and RowKey lt '2'", "")]
    public async Task A_filter_on_keys_finds_what_it_says(string filter, string expected)
    {
        await AddAsync("a", "1");
        await AddAsync("b", "1", "2", "3");
        await AddAsync("c", "1");
        Assert.Equal(expected, await KeysAsync(filter));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat()
    {
        await AddAsync("a", "1", "2", "3");
        await AddAsync("b", "1", "2");
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = Table.Query<TableEntity>(maxPerPage: 2).AsPages(token).First();
            pages.Add(string.Concat(page.Values.Select(e => e.PartitionKey + e.RowKey)));
            token = page.ContinuationToken;
        }
        while (token is not null);
        Assert.Equal("a1a2 a3b1 b2", string.Join(' ', pages));
    }

    [Fact]
    public async Task A_page_hint_counts_more_than_the_usual_size()
    {
        await AddAsync("a", "1", "2", "3");
        await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 3).AsPages(pageSizeHint: 1))
        {
            Assert.Single(page.Values);
        }
    }

    [Fact]
    public async Task What_is_added_behind_the_reader_is_still_found()
    {
        await AddAsync("a", "1", "2");
        var first = Table.Query<TableEntity>(maxPerPage: 1).AsPages().First();
        await AddAsync("a", "3");
        var rest = Table.Query<TableEntity>().AsPages(first.ContinuationToken).SelectMany(p => p.Values);
        Assert.Equal(["2", "3"], rest.Select(e => e.RowKey));
    }

    [Fact]
    public async Task A_thousand_a_page_is_the_most()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => KeysAsync(null, 1001));
        Assert.Equal((400, "InvalidInput"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public Task A_missing_table_is_told_at_the_first_page() => RefusedAsync(404, "TableNotFound",
        async () =>
            await Service.GetTableClient("Missing").QueryAsync<TableEntity>().AsPages().GetAsyncEnumerator().MoveNextAsync());

    [Fact]
    public async Task Only_what_is_selected_comes()
    {
        await AddAsync("a", "1");
        var entity = Table.Query<TableEntity>(select: ["Row"]).Single();
        Assert.Equal(["Row", "odata.etag"], entity.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_model_can_be_queried_by_a_condition()
    {
        await Table.AddEntityAsync(new Shipment { PartitionKey = "p", RowKey = "1", Grams = 5, Destination = "Bern" });
        await Table.AddEntityAsync(new Shipment { PartitionKey = "p", RowKey = "2", Grams = 6, Destination = "Bern",
            Insured = true });
        var found = Table.Query<Shipment>(s => s.PartitionKey == "p" && s.Grams >= 5 && s.Insured && s.Destination == "Bern");
        Assert.Equal("2", Assert.Single(found).RowKey);
    }

    [Theory]
    [InlineData("RowKey gt '\ufffd'", "😀")]
    [InlineData("not (RowKey le '\ufffd')", "😀")]
    [InlineData("RowKey le '\ufffd'", "a,\ufffd")]
    [InlineData("Text ge '😀'", "😀")]
    public async Task Characters_beyond_the_basic_plane_come_after_all_others(string filter, string rows)
    {
        foreach (var row in (string[])["😀", "\ufffd", "a"]) await Table.AddEntityAsync(Entity(row, ("Text", row)));
        Assert.Equal(rows.Split(','), Table.Query<TableEntity>(filter).Select(e => e.RowKey));
    }
}
