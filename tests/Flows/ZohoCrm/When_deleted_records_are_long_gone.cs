using Isthmus.Flows.Tests.Retention;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_deleted_records_are_long_gone
{
    [Fact]
    public async Task What_is_known_of_them_is_removed_and_of_the_others_it_stays()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var (gone, there) = (await desk.WriteAsync(new { Account_Name = "A" }), await desk.WriteAsync(new { Account_Name = "B" }));
        await LookAsync(desk);
        await desk.DeleteAsync(gone);
        await LookAsync(desk);
        Assert.Equal(0, await PurgedAsync(desk, 149));
        Assert.Equal(1, await PurgedAsync(desk, 151));
        Assert.Equal(0, await PurgedAsync(desk, 151));
        Assert.Null(await KnownAsync(desk, gone));
        Assert.NotNull(await KnownAsync(desk, there));
    }

    [Fact]
    public async Task One_that_came_back_stays_known()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var id = await desk.WriteAsync(new { Account_Name = "A" });
        await LookAsync(desk);
        await desk.DeleteAsync(id);
        await LookAsync(desk);
        await desk.RestoreAsync(id);
        await LookAsync(desk);
        Assert.Equal(0, await PurgedAsync(desk, 151));
        Assert.False((await KnownAsync(desk, id))!.Gone);
    }

    private static async Task LookAsync(CrmDesk desk)
    {
        await desk.SweepAsync();
        await desk.RestAsync();
    }

    private static async Task<int> PurgedAsync(CrmDesk desk, int days) => (await desk.World.PurgeAsync(days))["CRM records"];

    private static Task<CrmSight?> KnownAsync(CrmDesk desk, string id) =>
        desk.World.Services.GetRequiredService<CrmSights>().FindAsync("Accounts", id, default);
}
