namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_crm_limits_are_reached : CrmTest
{
    [Fact]
    public async Task Credits_are_counted_shown_from_half_on_and_come_back_after_a_day()
    {
        await Crm.SetAsync(new { credits = 20 });
        var hundred = Enumerable.Range(0, 100).Select(i => (object)new { Account_Name = $"A{i}" }).ToArray();
        Assert.Equal(9, await LeftAsync(await Crm.GetAsync("/org"), await Crm.PostAsync("/Accounts", new { data = hundred })));
        for (var i = 0; i < 9; i++) Assert.Equal(200, (await Crm.GetAsync("/org")).Status);
        (await Crm.GetAsync("/org")).Refused("TOO_MANY_REQUESTS", 429);
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 86_460 });
        Crm.Token = (string)(await Crm.RenewAsync())["access_token"]!;
        Assert.Equal(200, (await Crm.GetAsync("/org")).Status);
    }

    [Fact]
    public async Task Heavy_calls_have_a_limit_of_their_own()
    {
        await Crm.SetAsync(new { subConcurrency = 2, concurrency = 0, callMs = 300 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Crm.AskAsync("select id from Accounts where id is not null")));
        Assert.Equal(2, replies.Count(reply => reply.Status == 429));
        var light = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Crm.GetAsync("/org")));
        Assert.All(light, reply => Assert.Equal(200, reply.Status));
    }

    [Fact]
    public async Task The_smallest_edition_takes_five_calls_at_once()
    {
        await Crm.ControlAsync("/edition", new { paidType = "free" });
        await Crm.SetAsync(new { callMs = 300 });
        var replies = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => Crm.GetAsync("/org")));
        Assert.Equal(2, replies.Count(reply => reply.Status == 429));
        Assert.Equal(5, (int)(await Crm.Server.GetAsync(CrmClient.Controls + "/setup"))["mostCallsAtOnce"]!);
    }

    [Fact]
    public async Task Which_automations_ran_is_counted()
    {
        await Crm.PostAsync("/Accounts", new { data = new[] { new { Account_Name = "A" } } });
        await Crm.UpsertAsync("Accounts", new { Account_Name = "B" });
        await Crm.PostAsync("/Accounts", new { data = new[] { new { Account_Name = "C" } }, trigger = new[] { "workflow" } });
        var counted = (await Crm.Server.GetAsync(CrmClient.Controls + "/setup"))["automations"]!;
        Assert.Equal("""{"all":1,"none":1,"workflow":1}""", counted.ToJsonString());
    }

    private static Task<int> LeftAsync(CrmReply first, CrmReply second)
    {
        Assert.False(first.Headers.Contains("X-API-CREDITS-REMAINING"));
        return Task.FromResult(int.Parse(second.Headers.GetValues("X-API-CREDITS-REMAINING").Single()));
    }
}
