using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_managing_tables : TableSuite
{
    private readonly string prefix = "M" + Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_second_of_the_same_name_is_refused_whatever_its_case()
    {
        await RefusedAsync(409, "TableAlreadyExists", () => Table.CreateAsync());
        await RefusedAsync(409, "TableAlreadyExists", () => Service.CreateTableAsync(Table.Name.ToLowerInvariant()));
    }

    [Fact]
    public async Task Creating_where_missing_tells_by_the_status_what_was_done()
    {
        Assert.Equal(409, (await Table.CreateIfNotExistsAsync()).GetRawResponse().Status);
        var created = await Service.CreateTableIfNotExistsAsync(prefix);
        Assert.Equal((201, prefix), (created.GetRawResponse().Status, created.Value.Name));
        await Service.DeleteTableAsync(prefix);
    }

    [Theory]
    [InlineData("ab", "OutOfRangeInput")]
    [InlineData("1table", "InvalidResourceName")]
    [InlineData("my-table", "InvalidResourceName")]
    [InlineData("tables", "InvalidResourceName")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234", "OutOfRangeInput")]
    public Task A_name_that_is_none_is_refused(string name, string code) =>
        RefusedAsync(400, code, () => Service.CreateTableAsync(name));

    [Fact]
    public async Task Deleting_takes_the_entities_along()
    {
        var table = Service.GetTableClient(prefix);
        await table.CreateAsync();
        await table.AddEntityAsync(Entity("r"));
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);
        await table.CreateAsync();
        Assert.Empty(table.Query<TableEntity>());
        await table.DeleteAsync();
    }

    [Fact]
    public async Task A_deleted_table_is_gone_for_those_who_used_it_a_moment_ago()
    {
        var table = Service.GetTableClient(prefix);
        await table.CreateAsync();
        await table.AddEntityAsync(Entity("r"));
        Assert.Single(table.Query<TableEntity>());
        await table.DeleteAsync();
        await RefusedAsync(404, "TableNotFound", () => table.AddEntityAsync(Entity("r")));
        await RefusedAsync(404, "TableNotFound", () => Task.Run(() => table.Query<TableEntity>().Count()));
        await Service.CreateTableAsync(prefix.ToLowerInvariant());
        Assert.Empty(table.Query<TableEntity>());
        await table.AddEntityAsync(Entity("r"));
        Assert.Single(table.Query<TableEntity>());
        await table.DeleteAsync();
    }

    [Fact]
    public async Task Tables_are_listed_in_order_and_by_filter()
    {
        foreach (var name in (string[])["b", "a", "c"]) await Service.CreateTableAsync(prefix + name);
        var end = prefix + "~";
        FormattableString filter = $"TableName ge {prefix} and TableName lt {end}";
        var found = Service.Query(filter, maxPerPage: 2).AsPages().ToList();
        Assert.Equal([2, 1], found.Select(p => p.Values.Count));
        Assert.Equal([prefix + "a", prefix + "b", prefix + "c"], found.SelectMany(p => p.Values).Select(t => t.Name));
        foreach (var name in (string[])["a", "b", "c"]) await Service.DeleteTableAsync(prefix + name);
    }

    [Fact]
    public void Error_codes_compare_with_texts()
    {
        Assert.True("TableNotFound" == TableErrorCode.TableNotFound);
        Assert.True(TableErrorCode.TableNotFound != "EntityNotFound");
        Assert.False((string?)null == TableErrorCode.TableNotFound);
    }
}
