using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_records_are_deleted_or_merged
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_is_deleted_is_handed_over_as_gone_once(bool channels)
    {
        await using var desk = await CrmDesk.OpenAsync(channels);
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await HeardAsync(desk, id, 1);
        await desk.DeleteAsync(id);
        Assert.Equal(CrmChangeKind.Deleted, (await HeardAsync(desk, id, 2))[1].Kind);
        await desk.SweepAsync();
        await desk.RestAsync();
        Assert.Equal(2, desk.Kept.Of(id).Count);
    }

    [Fact]
    public async Task One_that_comes_back_is_handed_over_again_and_so_is_its_second_end()
    {
        await using var desk = await CrmDesk.OpenAsync();
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await HeardAsync(desk, id, 1);
        await desk.DeleteAsync(id);
        await HeardAsync(desk, id, 2);
        await desk.RestoreAsync(id);
        await HeardAsync(desk, id, 3);
        await desk.World.PassTimeAsync(TimeSpan.FromSeconds(2));
        await desk.DeleteAsync(id);
        var all = await HeardAsync(desk, id, 4);
        Assert.Equal([true, false, true], all.Skip(1).Select(change => change.Kind == CrmChangeKind.Deleted));
    }

    [Fact]
    public async Task One_that_is_merged_says_into_which_where_that_took_its_key()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var master = await desk.WriteAsync(new { Account_Name = "A" });
        var child = await desk.WriteAsync(new { Account_Name = "B", Isthmus_Key = "k" });
        await HeardAsync(desk, child, 1);
        await desk.MergeAsync(master, child);
        var merged = (await HeardAsync(desk, child, 2))[1];
        Assert.Equal((CrmChangeKind.Merged, master), (merged.Kind, merged.MasterId));
    }

    private static async Task<CrmChange[]> HeardAsync(CrmDesk desk, string id, int changes)
    {
        await desk.SweepAsync();
        return await desk.HeardAsync(id, changes);
    }
}
