using Azure.Data.Tables;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_much_lies_behind_a_range
{
    [Theory]
    [InlineData("SELECT row FROM azure_entities WHERE \"table\" = $1 AND partition = $2 AND row BETWEEN $3 AND $4 ORDER BY row", "row<?")]
    [InlineData(
        "SELECT row FROM azure_entities WHERE \"table\" = $1 AND (partition, row) >= ($2, $3) AND partition <= $4 ORDER BY partition, row",
        "partition<?")]
    public async Task The_index_knows_where_the_range_ends(string query, string end)
    {
        using var home = new TemporaryFolder();
        await using var store = EmbeddedStore.Open(home.Path);

        var plan = store.Read(session => session.Query("EXPLAIN QUERY PLAN " + query, row => row.GetString(3), 1, "p", "a", "b"));

        Assert.Contains(end, Assert.Single(plan));
    }

    [Fact]
    public async Task A_range_without_an_end_goes_to_the_last_row()
    {
        using var home = new TemporaryFolder();
        await using var store = EmbeddedStore.Open(home.Path);
        var table = new TableClient($"IsthmusHome={home.Path}", "Ranges");
        await table.CreateAsync();
        foreach (var row in (string[])["a", "~", "\uffff"]) await table.AddEntityAsync(new TableEntity("p" + row, row));

        Assert.Equal(3, table.Query<TableEntity>("PartitionKey ge 'p'").Count());
        Assert.Single(table.Query<TableEntity>("PartitionKey eq 'p\uffff' and RowKey ge 'a'"));
    }
}
