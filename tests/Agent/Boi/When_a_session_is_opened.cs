namespace Isthmus.Agent.Tests.Boi;

public sealed class When_a_session_is_opened : BoiTest
{
    [Fact]
    public async Task User_comes_before_company_before_date_and_module_before_task_before_object()
    {
        await ResultAsync("write", Order("0004182"));

        string[] needed =
        [
            @"Init \\erp01\Sage\MAS90\Home", "NewObject SY_Session", "nSetUser zsync ***", "nSetCompany ABC", "nSetDate S/O 20261121",
            "nSetModule S/O", "nLookupTask SO_SalesOrder_ui", "nSetProgram 4711", "NewObject SO_SalesOrder_bus",
        ];
        var calls = Sage.Calls.ToList();
        Assert.Equal(needed[..4], calls[..4]);
        var made = calls.IndexOf("NewObject SO_SalesOrder_bus");
        Assert.Equal(needed[4..], calls[(made - 4)..(made + 1)]);
    }

    [Fact]
    public async Task It_is_kept_for_the_next_call_and_used_on_one_thread()
    {
        for (var n = 0; n < 5; n++) await ResultAsync("write", Order($"{n:D7}"));

        Assert.Single(Sage.Calls, call => call.StartsWith("nSetUser", StringComparison.Ordinal));
        Assert.Single(Sage.Threads);
    }

    [Fact]
    public async Task Each_company_has_its_own()
    {
        await CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" });
        await CallAsync("POST", "/companies/XYZ/numbers", new { @object = "SO_SalesOrder" });

        Assert.Equal(["nSetCompany ABC", "nSetCompany XYZ"], Sage.Calls.Where(call => call.StartsWith("nSetCompany", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("session.nSetUser", "Invalid user")]
    [InlineData("session.nSetCompany", "External access is not allowed")]
    public async Task A_host_that_lets_nobody_in_is_unavailable_and_says_why(string verb, string words)
    {
        Sage.Refusals[verb] = words;
        var (status, body) = await CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" });

        Assert.Equal((503, "sage_unavailable"), (status, body.GetProperty("error").GetProperty("code").GetString()));
        Assert.Contains(words, body.GetProperty("error").GetProperty("message").GetString());
        Assert.Empty(Sage.Unreleased);
    }

    [Fact]
    public async Task A_task_that_the_user_may_not_run_refuses_the_record_and_not_the_call()
    {
        Sage.Refusals["session.nSetProgram"] = "You are not authorized";
        var results = await ResultAsync("write", Order("0004182"));

        Assert.Equal("refused", Outcome(results[0]));
        Assert.Equal("You are not authorized", results[0].GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_company_that_is_not_served_is_not_found()
    {
        var (status, body) = await CallAsync("POST", "/companies/QQQ/numbers", new { @object = "SO_SalesOrder" });
        Assert.Equal((404, "company_not_found"), (status, body.GetProperty("error").GetProperty("code").GetString()));
    }
}
