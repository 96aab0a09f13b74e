using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_the_process_dies
{
    [Fact]
    public async Task An_activity_that_had_not_returned_runs_again_and_one_that_had_does_not()
    {
        var reached = new TaskCompletionSource();
        var hang = true;
        await using var app = await new DurableApp()
            .Activity<string, string>("Quick", text => text!)
            .Activity<string, string>("Slow", async (text, _) =>
            {
                if (!hang) return text!;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return "never";
            })
            .Orchestrator("Two", async context =>
                await context.CallActivityAsync<string>("Quick", "a") + await context.CallActivityAsync<string>("Slow", "b"))
            .StartAsync();

        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Two");
        await reached.Task;
        hang = false;
        await app.CrashAndRestartAsync();

        Assert.Equal("ab", (await app.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(["Quick(\"a\")", "Slow(\"b\")", "Slow(\"b\")"], app.Calls);
    }

    [Fact]
    public async Task What_was_started_but_not_begun_runs_after_the_start()
    {
        await using var app = await new DurableApp().Orchestrator("Later", _ => Task.FromResult("done")).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(
            "Later", new StartOrchestrationOptions(StartAt: app.Time.GetUtcNow().AddHours(1)));

        await app.CrashAndRestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);
        app.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("done", (await app.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_that_nobody_waited_for_are_still_there()
    {
        await using var app = await new DurableApp().Orchestrator("Gather", async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<int>("a") + await context.WaitForExternalEvent<int>("a");
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Gather");
        await app.Client.RaiseEventAsync(id, "a", 1);
        await app.Client.RaiseEventAsync(id, "a", 20);

        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync(id, "go", "on");

        Assert.Equal(21, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_finished_orchestration_stays_finished_and_is_not_run_again()
    {
        var runs = 0;
        await using var app = await new DurableApp().Orchestrator("Once", _ => Task.FromResult(++runs)).StartAsync();
        var id = (await app.RunAsync("Once")).InstanceId;

        await app.CrashAndRestartAsync();

        Assert.Equal(1, (await app.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_hundred_orchestrations_in_the_middle_of_their_work_all_end_with_the_right_sum()
    {
        await using var app = await new DurableApp()
            .Activity<int, int>("Add", async (n, _) =>
            {
                await Task.Yield();
                return n + 1;
            })
            .Orchestrator("Count", async context =>
            {
                var n = 0;
                for (var i = 0; i < 10; i++) n = await context.CallActivityAsync<int>("Add", n);
                return n;
            })
            .StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => app.Client.ScheduleNewOrchestrationInstanceAsync("Count")));

        for (var crash = 0; crash < 5; crash++) await app.CrashAndRestartAsync();

        foreach (var id in ids) Assert.Equal(10, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_orderly_stop_cancels_activities_and_runs_them_again_later()
    {
        var reached = new TaskCompletionSource();
        await using var app = await new DurableApp()
            .Activity<string, string>("Slow", async (text, cancellation) =>
            {
                if (!reached.TrySetResult()) return text!;
                await Task.Delay(Timeout.Infinite, cancellation);
                return "never";
            })
            .Orchestrator("One", context => context.CallActivityAsync<string>("Slow", "x"))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("One");
        await reached.Task;

        await app.StopAndRestartAsync();

        Assert.Equal("x", (await app.EndAsync(id)).ReadOutputAs<string>());
    }
}
