namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_crm_limits_are_reached : CrmTest
{
    private const int TenMinutes = 600_000;

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
        await Crm.SetAsync(new { subConcurrency = 2, concurrency = 0, callMs = TenMinutes });
        const string query = "select id from Accounts where id is not null";
        await AtOnceAsync(4, () => Crm.AskAsync(query), refused: 2);
        await AtOnceAsync(4, () => Crm.GetAsync("/org"), refused: 0);
    }

    [Fact]
    public async Task Sorted_lists_are_among_the_heavy_calls()
    {
        await Crm.SetAsync(new { subConcurrency = 2, concurrency = 0, callMs = TenMinutes });
        await AtOnceAsync(4, () => Crm.GetAsync("/Accounts?fields=Account_Name&sort_by=Modified_Time"), refused: 2);
    }

    [Fact]
    public async Task The_smallest_edition_takes_five_calls_at_once()
    {
        await Crm.ControlAsync("/edition", new { paidType = "free" });
        await Crm.SetAsync(new { callMs = TenMinutes });
        await AtOnceAsync(7, () => Crm.GetAsync("/org"), refused: 2);
        Assert.Equal(5, await MostAtOnceAsync());
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

    [Theory]
    [InlineData(403, null, "application/json", "NO_PERMISSION")]
    [InlineData(500, null, "application/json", "INTERNAL_ERROR")]
    [InlineData(503, "html", "text/html", "<html>")]
    public async Task A_fault_answers_as_the_vendor_or_what_stands_before_it_would(int status, string? code, string type, string part)
    {
        await Crm.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-crm", kind = "status", status, code, count = 1 });
        using var response = await Crm.Server.Http.GetAsync("/zoho-crm/crm/v8/org");
        Assert.Equal((status, type), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(part, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The refused come back at once; the others are held until the sandbox's clock moves.</summary>
    private async Task AtOnceAsync(int count, Func<Task<CrmReply>> call, int refused)
    {
        var waiting = Enumerable.Range(0, count).Select(_ => call()).ToList();
        for (; refused > 0; refused--)
        {
            var first = await Task.WhenAny(waiting);
            (await first).Refused("TOO_MANY_REQUESTS", 429);
            waiting.Remove(first);
        }
        while (await MostAtOnceAsync() < waiting.Count) await Task.Yield();
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = TenMinutes / 1000 });
        Assert.All(await Task.WhenAll(waiting), reply => Assert.NotEqual(429, reply.Status));
    }

    private async Task<int> MostAtOnceAsync() => (int)(await Crm.Server.GetAsync(CrmClient.Controls + "/setup"))["mostCallsAtOnce"]!;

    private static Task<int> LeftAsync(CrmReply first, CrmReply second)
    {
        Assert.False(first.Headers.Contains("X-API-CREDITS-REMAINING"));
        return Task.FromResult(int.Parse(second.Headers.GetValues("X-API-CREDITS-REMAINING").Single()));
    }
}
