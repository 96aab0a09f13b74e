namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_there_are_many_crm_records : CrmTest
{
    private const int Count = 3_000;

    [Fact]
    public async Task Queries_by_key_by_time_and_by_id_do_not_look_at_all_of_them()
    {
        foreach (var chunk in Enumerable.Range(0, Count).Chunk(100))
            Assert.Equal(200, (await Crm.UpsertAsync("Accounts",
                [.. chunk.Select(i => (object)new { Account_Name = $"Account {i}",
                    Isthmus_Key = $"sage-100:ABC:{i}" })])).Status);
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 10 });
        var late = await Crm.RecordAsync("Accounts", await Crm.AddAsync("Accounts", new { Account_Name = "Late" }));

        var keys = string.Join(',', Enumerable.Range(0, 50).Select(i => $"'sage-100:ABC:{i}'"));
        Assert.Equal(50, await LookedAtAsync($"Isthmus_Key in ({keys})"));
        Assert.Equal(1, await LookedAtAsync($"(Modified_Time >= '{(string)late["Modified_Time"]!}' and Phone is null)"));
        Assert.Equal(1, await LookedAtAsync($"id >= '{(string)late["id"]!}'"));
        Assert.Equal(201, await LookedAtAsync("id is not null"));
        Assert.Equal(Count + 1, await LookedAtAsync("Phone = 'none'"));
    }

    private async Task<int> LookedAtAsync(string where)
    {
        var before = await CountAsync();
        await Crm.AskAsync($"select id from Accounts where {where} limit 200");
        return await CountAsync() - before;
    }

    private async Task<int> CountAsync() => (int)(await Crm.Server.GetAsync(CrmClient.Controls + "/setup"))["recordsLookedAt"]!;
}
