namespace Isthmus.Agent.Tests.Boi;

public sealed class When_a_session_breaks : BoiTest
{
    [Fact]
    public async Task The_record_has_failed_and_the_next_one_gets_a_fresh_session()
    {
        Sage.Breaks["SO_SalesOrder_bus.nWrite"] = 1;
        var results = await ResultAsync("write", Order("0000001"), Order("0000002"));

        Assert.Equal(["failed", "written"], results.EnumerateArray().Select(Outcome));
        Assert.Contains("0x800706BE", results[0].GetProperty("message").GetString());
        Assert.Equal(2, Sage.Calls.Count(call => call.StartsWith("Init", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everything_of_it_is_let_go_of()
    {
        Sage.Breaks["SO_SalesOrder_bus.nSetKey"] = 1;
        await ResultAsync("write", Order("0000001"));

        Assert.Empty(Sage.Unreleased);
        Assert.False(Sage.ReleasedTwice);
    }

    [Fact]
    public async Task A_read_says_that_Sage_is_unavailable()
    {
        Sage.Breaks["SO_SalesOrder_svc.nFind"] = 1;
        var body = new { records = new[] { new { @ref = "1", @object = "SO_SalesOrder", key = new { SalesOrderNo = "1" } } } };

        Assert.Equal(503, (await CallAsync("POST", "/companies/ABC/read", body)).Status);
        Assert.Equal(200, (await CallAsync("POST", "/companies/ABC/read", body)).Status);
    }

    [Fact]
    public async Task What_it_says_holds_no_value_of_a_record()
    {
        Sage.Breaks["SO_SalesOrder_bus.nSetValue"] = 1;
        var results = await ResultAsync("write", Order("0000001", "create", new { CustomerPONo = "SECRET-PO" }));

        Assert.DoesNotContain("SECRET", results.ToString());
    }

    [Fact]
    public async Task A_record_that_needs_such_a_verb_is_refused_and_not_its_neighbours()
    {
        Sage.Files["AR_Customer"].Add(("ARDivisionNo$", "01"), ("CustomerNo$", "A"));
        var results = await ResultAsync("write", Order("0000001"),
            new { @ref = "2", @object = "AR_Customer", mode = "delete", key = new { ARDivisionNo = "01", CustomerNo = "A" } }, Order("0000003"));

        Assert.Equal(["written", "refused", "written"], results.EnumerateArray().Select(Outcome));
        Assert.Contains("nDelete", results[1].GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_verb_that_the_host_does_not_know_is_named_and_breaks_nothing()
    {
        var (status, body) = await CallAsync("POST", "/companies/ABC/numbers", new { @object = "AR_Customer" });

        Assert.Equal(501, status);
        Assert.Contains("nGetNextCustomerNo", body.GetProperty("error").GetProperty("message").GetString());
        Assert.Equal(200, (await CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" })).Status);
        Assert.Single(Sage.Calls, call => call.StartsWith("Init", StringComparison.Ordinal));
    }
}
