using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_adding_an_entity : TableSuite
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 9, 30, 0, 123, TimeSpan.Zero);

    public static TheoryData<object> Values =>
        ["text", "", "😀 ß '\"\\", 42, int.MinValue, 5L, long.MaxValue, 0.1, 5.0, double.MaxValue, true, false, Guid.Empty,
            Moment];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(object value)
    {
        await Table.AddEntityAsync(Entity("r", ("Value", value)));
        var read = await Table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(value, read.Value["Value"]);
    }

    [Fact]
    public async Task Bytes_come_back()
    {
        await Table.AddEntityAsync(Entity("r", ("Value", new byte[] { 0, 1, 255 }), ("Data", BinaryData.FromString("x"))));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal([0, 1, 255], read.GetBinary("Value"));
        Assert.Equal("x", read.GetBinaryData("Data").ToString());
    }

    [Fact]
    public async Task A_moment_comes_back_in_UTC()
    {
        await Table.AddEntityAsync(Entity("r", ("Value", Moment.ToOffset(TimeSpan.FromHours(2)))));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("Value")!.Value.Offset);
        Assert.Equal(Moment.UtcDateTime, read.GetDateTime("Value"));
    }

    [Fact]
    public async Task A_property_that_is_null_is_not_stored()
    {
        await Table.AddEntityAsync(Entity("r", ("Gone", null!)));
        Assert.False((await Table.GetEntityAsync<TableEntity>("p", "r")).Value.ContainsKey("Gone"));
    }

    [Fact]
    public async Task The_answer_tells_the_version()
    {
        var added = await Table.AddEntityAsync(Entity("r"));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(204, added.Status);
        Assert.Equal(read.ETag, added.Headers.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task One_with_the_same_key_is_refused_and_the_first_stays()
    {
        await Table.AddEntityAsync(Entity("r", ("N", 1)));
        await RefusedAsync(409, "EntityAlreadyExists", () => Table.AddEntityAsync(Entity("r", ("N", 2))));
        Assert.Equal(1, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("N"));
    }

    [Fact]
    public Task A_missing_table_is_told() =>
        RefusedAsync(404, "TableNotFound", () => Service.GetTableClient("Missing").AddEntityAsync(Entity("r")));

    [Fact]
    public Task A_missing_key_is_refused() =>
        RefusedAsync(400, "PropertiesNeedValue", () => Table.AddEntityAsync(new TableEntity("p", null!)));

    [Fact]
    public async Task Keys_differ_by_case_and_may_be_empty()
    {
        await Table.AddEntityAsync(Entity("r"));
        await Table.AddEntityAsync(Entity("R"));
        await Table.AddEntityAsync(new TableEntity("", ""));
        Assert.Equal(3, Table.Query<TableEntity>().Count());
    }
}
