using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>What waited for a vendor is handed over in whatever order the queue has it.</summary>
public sealed class When_news_comes_late
{
    [Fact]
    public async Task That_a_record_went_is_not_handed_over_once_it_is_back()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var id = await HandedOverAsync(desk);
        Assert.False(await GoneAsync(desk, id, handed: 0));
        Assert.Single(desk.Kept.Of(id));
    }

    [Fact]
    public async Task That_a_record_went_is_handed_over_when_that_is_still_so()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var id = await HandedOverAsync(desk);
        await desk.DeleteAsync(id);
        Assert.True(await GoneAsync(desk, id, handed: 0));
        Assert.Equal(CrmChangeKind.Deleted, desk.Kept.Of(id)[^1].Kind);
    }

    [Fact]
    public async Task A_version_of_a_record_that_went_is_not_handed_over_after_its_end()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var id = await HandedOverAsync(desk);
        await desk.DeleteAsync(id);
        await desk.SweepAsync();
        await desk.HeardAsync(id, 2);
        await desk.RestAsync();
        Assert.Equal(CrmVerdict.Older, await VersionAsync(desk, id, handed: 0));
        Assert.Equal(2, desk.Kept.Of(id).Count);
    }

    [Fact]
    public async Task A_version_of_a_record_that_went_and_came_back_is_handed_over()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var id = await HandedOverAsync(desk);
        await desk.DeleteAsync(id);
        await desk.SweepAsync();
        await desk.HeardAsync(id, 2);
        await desk.RestAsync();
        await desk.RestoreAsync(id);
        Assert.Equal(CrmVerdict.News, await VersionAsync(desk, id, handed: 0));
        Assert.NotNull(desk.Kept.Of(id)[^1].Record);
    }

    private static async Task<string> HandedOverAsync(CrmDesk desk)
    {
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await desk.SweepAsync();
        await desk.HeardAsync(id);
        await desk.RestAsync();
        return id;
    }

    private static Task<bool> GoneAsync(CrmDesk desk, string id, int handed) => Handover(desk).GoneAsync(
        "Accounts", new CrmAbsence(id, null, null), handed, desk.World.Parts.Engine.Client, default);

    private static Task<CrmVerdict> VersionAsync(CrmDesk desk, string id, int handed) => Handover(desk).VersionAsync(
        "Accounts", desk.Kept.Of(id)[0].Record!.Value, handed, desk.World.Parts.Engine.Client, default);

    private static CrmHandover Handover(CrmDesk desk) => desk.World.Services.GetRequiredService<CrmHandover>();
}
