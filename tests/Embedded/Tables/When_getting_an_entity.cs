using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_getting_an_entity : TableSuite
{
    [Fact]
    public async Task A_missing_one_is_refused()
    {
        await RefusedAsync(404, "ResourceNotFound", () => Table.GetEntityAsync<TableEntity>("p", "none"));
        await RefusedAsync(404, "TableNotFound", () => Service.GetTableClient("Missing").GetEntityAsync<TableEntity>("p", "r"));
    }

    [Fact]
    public async Task A_missing_one_can_be_asked_for_without_a_failure()
    {
        var none = await Table.GetEntityIfExistsAsync<TableEntity>("p", "none");
        Assert.False(none.HasValue);
        Assert.Equal(404, none.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => none.Value);
    }

    [Fact]
    public async Task Only_what_is_selected_comes_and_always_the_version()
    {
        await Table.AddEntityAsync(Entity("r", ("A", 1), ("B", 2)));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r", ["RowKey", "B"])).Value;
        Assert.Equal(["B", "RowKey", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_property_of_another_type_is_not_read_as_this_one()
    {
        await Table.AddEntityAsync(Entity("r", ("N", 1L)));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Throws<InvalidOperationException>(() => read.GetString("N"));
        Assert.Null(read.GetInt64("None"));
    }

    [Fact]
    public void A_property_keeps_its_type()
    {
        var entity = Entity("r", ("Wide", 1L), ("Real", 1.5), ("Text", "x"));
        entity["Wide"] = 2;
        entity["Real"] = 2;
        Assert.Equal((2L, 2.0), (entity.GetInt64("Wide"), entity.GetDouble("Real")));
        Assert.Throws<InvalidOperationException>(() => entity["Text"] = 1);
    }
}
