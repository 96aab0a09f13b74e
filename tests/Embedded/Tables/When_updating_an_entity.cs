using Azure;
using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_updating_an_entity : TableSuite
{
    [Fact]
    public async Task The_version_that_was_read_can_be_updated_once()
    {
        await Table.AddEntityAsync(Entity("r", ("N", 1)));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        read["N"] = 2;
        await Table.UpdateEntityAsync(read, read.ETag);
        read["N"] = 3;
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => Table.UpdateEntityAsync(read, read.ETag));
        Assert.Equal(2, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("N"));
    }

    [Fact]
    public async Task The_answer_tells_the_new_version()
    {
        var first = (await Table.AddEntityAsync(Entity("r"))).Headers.ETag!.Value;
        var second = (await Table.UpdateEntityAsync(Entity("r", ("N", 1)), first)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);
        await Table.UpdateEntityAsync(Entity("r", ("N", 2)), second);
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_exactly_one_wins()
    {
        var version = (await Table.AddEntityAsync(Entity("r"))).Headers.ETag!.Value;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try { return (await Table.UpdateEntityAsync(Entity("r", ("N", i)), version)).Status; }
            catch (RequestFailedException refused) { return refused.Status; }
        }));
        Assert.Equal(1, outcomes.Count(s => s == 204));
        Assert.Equal(19, outcomes.Count(s => s == 412));
    }

    [Fact]
    public async Task Merging_keeps_what_it_does_not_name()
    {
        await Table.AddEntityAsync(Entity("r", ("A", 1), ("B", 1)));
        await Table.UpdateEntityAsync(Entity("r", ("B", "two"), ("C", 3)), ETag.All);
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((1, "two", 3), (read.GetInt32("A"), read.GetString("B"), read.GetInt32("C")));
    }

    [Fact]
    public async Task Replacing_drops_what_it_does_not_name()
    {
        await Table.AddEntityAsync(Entity("r", ("A", 1)));
        await Table.UpdateEntityAsync(Entity("r", ("B", 2)), ETag.All, TableUpdateMode.Replace);
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.False(read.ContainsKey("A"));
        Assert.Equal(2, read.GetInt32("B"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public Task A_missing_one_is_told(TableUpdateMode mode) =>
        RefusedAsync(404, "ResourceNotFound", () => Table.UpdateEntityAsync(Entity("none"), ETag.All, mode));

    [Fact]
    public Task A_condition_must_be_given() =>
        Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Entity("r"), default));

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Upserting_adds_or_updates(TableUpdateMode mode, bool keeps)
    {
        await Table.UpsertEntityAsync(Entity("r", ("A", 1)), mode);
        await Table.UpsertEntityAsync(Entity("r", ("B", 2)), mode);
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(keeps, read.ContainsKey("A"));
        Assert.Equal(2, read.GetInt32("B"));
    }

    [Fact]
    public async Task An_entity_that_was_deleted_and_added_again_is_another_version()
    {
        var version = (await Table.AddEntityAsync(Entity("r"))).Headers.ETag!.Value;
        await Table.DeleteEntityAsync("p", "r");
        await Table.AddEntityAsync(Entity("r"));
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => Table.UpdateEntityAsync(Entity("r"), version));
    }
}
