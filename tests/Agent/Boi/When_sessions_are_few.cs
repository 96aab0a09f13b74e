using Isthmus.Agent.Business;

namespace Isthmus.Agent.Tests.Boi;

public sealed class When_sessions_are_few : BoiTest
{
    [Fact]
    public async Task A_call_that_waited_long_enough_is_told_to_come_again()
    {
        using var end = new ManualResetEventSlim();
        var (first, begun) = Hold(end);
        await begun;
        var second = CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" });
        Assert.False(second.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(30));

        var (status, body) = await second;
        Assert.Equal((429, "busy"), (status, body.GetProperty("error").GetProperty("code").GetString()));
        end.Set();
        await first;
        Assert.Equal(200, (await CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" })).Status);
    }

    [Fact]
    public async Task A_caller_who_went_away_waits_no_longer_and_begins_nothing()
    {
        using var end = new ManualResetEventSlim();
        var (first, begun) = Hold(end);
        await begun;
        using var patience = new CancellationTokenSource();
        var second = CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" }, patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        end.Set();
        await first;
        Assert.DoesNotContain("nGetNextSalesOrderNo", Sage.Calls);
    }

    [Fact]
    public async Task Another_company_has_places_of_its_own()
    {
        using var end = new ManualResetEventSlim();
        var (first, begun) = Hold(end);
        await begun;

        Assert.Equal(200, (await CallAsync("POST", "/companies/XYZ/numbers", new { @object = "SO_SalesOrder" })).Status);
        end.Set();
        await first;
    }

    [Fact]
    public async Task A_call_that_does_not_come_back_is_given_up_and_its_place_is_free_again()
    {
        using var end = new ManualResetEventSlim();
        var (first, begun) = Hold(end);
        await begun;
        Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("stuck", (await Assert.ThrowsAsync<AgentException>(() => first)).Code);
        Assert.Equal(200, (await CallAsync("POST", "/companies/ABC/numbers", new { @object = "SO_SalesOrder" })).Status);
        end.Set();
    }

    private (Task<bool> Work, Task Begun) Hold(ManualResetEventSlim end)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Objects.WorkAsync("ABC", (IBusinessSession _) =>
        {
            begun.SetResult();
            end.Wait();
            return true;
        }, CancellationToken.None);
        return (work, begun.Task);
    }
}
