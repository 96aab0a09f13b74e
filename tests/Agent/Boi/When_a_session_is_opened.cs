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
        Assert.Equal(needed, needed.OrderBy(calls.IndexOf));
        Assert.Equal(needed[4..8], calls[4..8]);
    }

    [Fact]
    public async Task Each_record_is_written_under_the_task_of_its_own_object()
    {
        await ResultAsync("write", Order("0000001"), Customer("A"), Order("0000002"));

        Assert.Equal(["SO_SalesOrder_ui", "AR_Customer_ui", "SO_SalesOrder_ui"], Written());
        IEnumerable<string> Written()
        {
            var task = "";
            foreach (var call in Sage.Calls)
            {
                if (call.StartsWith("nLookupTask ", StringComparison.Ordinal)) task = call.Split(' ')[1];
                if (call.StartsWith("nSetValue CustomerPONo$", StringComparison.Ordinal)
                    || call.StartsWith("nSetValue CustomerName$", StringComparison.Ordinal))
                    yield return task;
            }
        }
        static object Customer(string number) => new
        {
            @ref = number, @object = "AR_Customer", mode = "create", key = new { ARDivisionNo = "01", CustomerNo = number },
            values = new { CustomerName = "N" },
        };
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
    public async Task An_object_that_the_user_may_not_read_refuses_the_read_and_leaves_the_others()
    {
        Sage.Refusals["AR_Customer_svc"] = "No rights";
        Assert.Equal("refused", Outcome((await ResultAsync("read", Customer()))[0]));
        Assert.Equal(403, (await CallAsync("POST", "/companies/ABC/query", new { @object = "AR_Customer" })).Status);
        Assert.Equal(200, (await CallAsync("POST", "/companies/ABC/query", new { @object = "SO_SalesOrder" })).Status);

        static object Customer() => new { @ref = "1", @object = "AR_Customer", key = new { ARDivisionNo = "01", CustomerNo = "A" } };
    }

    [Fact]
    public async Task A_company_that_is_not_served_is_not_found()
    {
        var (status, body) = await CallAsync("POST", "/companies/QQQ/numbers", new { @object = "SO_SalesOrder" });
        Assert.Equal((404, "company_not_found"), (status, body.GetProperty("error").GetProperty("code").GetString()));
    }
}
