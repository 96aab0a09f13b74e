using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_an_activity_fails
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_orchestrator_sees_what_went_wrong()
    {
        TaskFailureDetails? seen = null;
        await using var app = await Failing(int.MaxValue).Orchestrator("Try", async context =>
        {
            try { return await context.CallActivityAsync<string>("Shaky"); }
            catch (TaskFailedException failure)
            {
                Assert.Equal("Shaky", failure.TaskName);
                Assert.Equal("Task 'Shaky' (#0) failed with an unhandled exception: not yet", failure.Message);
                seen = failure.FailureDetails;
                return "caught";
            }
        }).StartAsync();

        Assert.Equal("caught", (await app.RunAsync("Try")).ReadOutputAs<string>());
        Assert.Equal("System.InvalidOperationException", seen!.ErrorType);
        Assert.True(seen.IsCausedBy<InvalidOperationException>());
        Assert.False(seen.IsCausedBy<IOException>());
        Assert.True(seen.InnerFailure!.IsCausedBy<IOException>());
        Assert.Contains(nameof(When_an_activity_fails), seen.StackTrace);
    }

    [Fact]
    public async Task An_orchestrator_that_does_not_catch_it_fails_with_the_cause_inside()
    {
        await using var app = await Failing(int.MaxValue)
            .Orchestrator("Try", context => context.CallActivityAsync<string>("Shaky")).StartAsync();

        var state = await app.RunAsync("Try");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", state.FailureDetails!.ErrorType);
        Assert.Equal("not yet", state.FailureDetails.InnerFailure!.ErrorMessage);
        Assert.Equal("the disk", state.FailureDetails.InnerFailure.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task A_policy_retries_after_growing_delays()
    {
        await using var app = await Failing(3).Orchestrator("Try", async context =>
        {
            var began = context.CurrentUtcDateTime;
            await context.CallActivityAsync<string>("Shaky", TaskOptions.FromRetryPolicy(new RetryPolicy(4, Second, 2)));
            return context.CurrentUtcDateTime - began;
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Try");

        foreach (var delay in (int[])[1, 2, 4]) await app.UntilTimerAsync(id, Second * delay);

        Assert.Equal(7 * Second, (await app.EndAsync(id)).ReadOutputAs<TimeSpan>());
        Assert.Equal(4, app.Calls.Count);
    }

    [Fact]
    public async Task A_policy_gives_up_after_its_last_attempt()
    {
        await using var app = await Failing(int.MaxValue)
            .Orchestrator("Try", context =>
                context.CallActivityAsync<string>("Shaky", TaskOptions.FromRetryPolicy(new RetryPolicy(2, Second))))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Try");
        await app.UntilTimerAsync(id, Second);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.EndAsync(id)).RuntimeStatus);
        Assert.Equal(2, app.Calls.Count);
    }

    [Fact]
    public async Task A_policy_does_not_retry_what_it_does_not_handle()
    {
        var policy = new RetryPolicy(5, Second) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };
        await using var app = await Failing(int.MaxValue)
            .Orchestrator("Try", context => context.CallActivityAsync<string>("Shaky", TaskOptions.FromRetryPolicy(policy)))
            .StartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.RunAsync("Try")).RuntimeStatus);
        Assert.Single(app.Calls);
    }

    [Fact]
    public async Task A_handler_decides_by_attempt_and_failure()
    {
        await using var app = await Failing(2).Orchestrator("Try", context => context.CallActivityAsync<string>(
            "Shaky", TaskOptions.FromRetryHandler(retry =>
                retry.LastAttemptNumber < 5 && retry.LastFailure.ErrorMessage == "not yet"))).StartAsync();

        Assert.Equal("fine", (await app.RunAsync("Try")).ReadOutputAs<string>());
        Assert.Equal(3, app.Calls.Count);
    }

    [Fact]
    public async Task An_activity_that_does_not_exist_is_not_retried()
    {
        await using var app = await new DurableApp().Orchestrator("Try", context => context.CallActivityAsync<string>(
            "Nowhere", TaskOptions.FromRetryPolicy(new RetryPolicy(5, Second)))).StartAsync();

        var state = await app.RunAsync("Try");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains("'Nowhere' does not exist", state.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task An_orchestrator_that_does_not_exist_fails()
    {
        await using var app = await new DurableApp().StartAsync();

        Assert.Contains("'Nowhere' does not exist", (await app.RunAsync("Nowhere")).FailureDetails!.ErrorMessage);
    }

    private static DurableApp Failing(int times)
    {
        var left = times;
        return new DurableApp().Activity<string, string>("Shaky", _ => left-- > 0
            ? throw new InvalidOperationException("not yet", new IOException("the disk"))
            : "fine");
    }
}
