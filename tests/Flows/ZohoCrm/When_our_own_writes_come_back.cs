using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_our_own_writes_come_back
{
    [Fact]
    public async Task They_are_no_news_and_what_a_user_changes_then_is()
    {
        await using var desk = await CrmDesk.OpenAsync();
        var id = await MakeAsync(desk);
        await desk.RestAsync();
        Assert.Equal(0, await desk.SweepAsync());
        await UpdateAsync(desk, id, new { id, Description = "ours" });
        await desk.RestAsync();
        Assert.Equal(0, await desk.SweepAsync());
        Assert.Empty(desk.Kept.Taken);
        await desk.WriteAsync(new { id, Phone = "555 0100" });
        Assert.Equal("555 0100", Assert.Single(await desk.HeardAsync(id)).Record!.Value.GetProperty("Phone").GetString());
    }

    [Fact]
    public async Task What_a_user_changed_just_before_is_news_all_the_same()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        var id = await desk.WriteAsync(new { Account_Name = "A", Phone = "1" });
        await desk.SweepAsync();
        await desk.HeardAsync(id);
        await desk.WriteAsync(new { id, Phone = "2" });
        await UpdateAsync(desk, id, new { id, Description = "ours" });
        Assert.Equal(1, await desk.SweepAsync());
        Assert.Equal("2", (await desk.HeardAsync(id, 2))[1].Record!.Value.GetProperty("Phone").GetString());
    }

    [Fact]
    public async Task Fields_that_matter_to_nobody_are_no_news_when_we_write_them()
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false, new KeptChanges("Accounts", "Phone"));
        var id = await desk.WriteAsync(new { Account_Name = "A", Phone = "1" });
        await desk.SweepAsync();
        await desk.HeardAsync(id);
        await UpdateAsync(desk, id, new { id, Description = "ours" });
        Assert.Equal(0, await desk.SweepAsync());
    }

    private static async Task<string> MakeAsync(CrmDesk desk)
    {
        var record = JsonSerializer.SerializeToElement(new { Account_Name = "Harlow", Isthmus_Key = "sage-100:ABC:1", Phone = "1" });
        return Assert.Single(await desk.Client.UpsertAsync("Accounts", [record], "Isthmus_Key", CrmTrigger.None)).Id!;
    }

    private static async Task UpdateAsync(CrmDesk desk, string id, object fields)
    {
        var written = await desk.Client.UpdateAsync("Accounts", [JsonSerializer.SerializeToElement(fields)], CrmTrigger.None);
        Assert.Equal(id, Assert.Single(written).Id);
    }
}
