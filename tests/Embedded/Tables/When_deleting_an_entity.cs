using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_deleting_an_entity : TableSuite
{
    [Fact]
    public async Task It_is_gone()
    {
        await Table.AddEntityAsync(Entity("r"));
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "r")).Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task A_missing_one_is_no_failure_and_is_told_by_the_status()
    {
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "none")).Status);
        Assert.Equal(404, (await Service.GetTableClient("Missing").DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task Another_version_stays()
    {
        var old = (await Table.AddEntityAsync(Entity("r"))).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Entity("r", ("N", 1)));
        await RefusedAsync(412, "UpdateConditionNotSatisfied", () => Table.DeleteEntityAsync("p", "r", old));
        Assert.True((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task It_can_be_named_by_the_entity_itself()
    {
        await Table.AddEntityAsync(Entity("r"));
        var read = (await Table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(204, (await Table.DeleteEntityAsync(read, read.ETag)).Status);
    }
}
