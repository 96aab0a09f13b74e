using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_waiting_for_events
{
    [Fact]
    public async Task Names_are_compared_without_regard_to_case_and_payloads_are_typed()
    {
        await using var app = await Waiter(context => context.WaitForExternalEvent<Decision>("Approval")).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await app.Client.RaiseEventAsync(id, "aPPROVAL", new Decision("yes", 2));

        Assert.Equal(new Decision("yes", 2), (await app.EndAsync(id)).ReadOutputAs<Decision>());
    }

    [Fact]
    public async Task An_event_that_came_early_is_kept()
    {
        await using var app = await Waiter(async context =>
        {
            await context.WaitForExternalEvent<string>("first");
            return await context.WaitForExternalEvent<int>("second");
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await app.Client.RaiseEventAsync(id, "second", 2);
        await app.Client.RaiseEventAsync(id, "first", "1");

        Assert.Equal(2, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Events_of_one_name_come_in_the_order_they_were_sent()
    {
        await using var app = await Waiter(async context =>
        {
            var seen = new List<int>();
            while (seen.Count < 20) seen.Add(await context.WaitForExternalEvent<int>("n"));
            return seen;
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        for (var n = 0; n < 20; n++) await app.Client.RaiseEventAsync(id, "n", n);

        Assert.Equal(Enumerable.Range(0, 20), (await app.EndAsync(id)).ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task A_wait_that_lasts_too_long_is_cancelled()
    {
        await using var app = await Waiter(async context =>
        {
            try { return await context.WaitForExternalEvent<string>("never", TimeSpan.FromDays(1)); }
            catch (TaskCanceledException) { return "too late"; }
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await app.Client.WaitForInstanceStartAsync(id);

        app.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("too late", (await app.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_wait_that_is_met_in_time_cancels_its_timer()
    {
        await using var app = await Waiter(context => context.WaitForExternalEvent<string>("go", TimeSpan.FromDays(1)))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await app.Client.RaiseEventAsync(id, "go", "on");

        Assert.Equal("on", (await app.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_for_a_wait_that_was_given_up_is_lost_with_it_as_in_Azure()
    {
        await using var app = await Waiter(async context =>
        {
            using var cancel = new CancellationTokenSource();
            var givenUp = context.WaitForExternalEvent<int>("n", cancel.Token);
            cancel.Cancel();
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<int>("n") + (givenUp.IsCanceled ? 100 : 0);
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await app.Client.RaiseEventAsync(id, "n", 1);
        await app.Client.RaiseEventAsync(id, "go", "on");
        await app.Client.RaiseEventAsync(id, "n", 2);

        Assert.Equal(102, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_event_to_nobody_is_dropped()
    {
        await using var app = await Waiter(_ => Task.FromResult(1)).StartAsync();
        await app.Client.RaiseEventAsync("nobody", "go", 1);
        var ended = await app.RunAsync("Wait");

        await app.Client.RaiseEventAsync(ended.InstanceId, "go", 1);

        Assert.Null(await app.Client.GetInstanceAsync("nobody"));
        Assert.Equal(1, (await app.Client.GetInstanceAsync(ended.InstanceId, true))!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_orchestration_can_send_events_to_another()
    {
        await using var app = await Waiter(context => context.WaitForExternalEvent<string>("hello"))
            .Orchestrator("Send", context =>
        {
            context.SendEvent("receiver", "hello", "from the other");
            context.SendEvent("nobody", "hello", "lost");
            return Task.CompletedTask;
        }).StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("receiver"));

        await app.RunAsync("Send");

        Assert.Equal("from the other", (await app.EndAsync("receiver")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_payload_of_the_wrong_shape_fails_the_wait_and_not_the_engine()
    {
        await using var app = await Waiter(context => context.WaitForExternalEvent<int>("n")).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await app.Client.RaiseEventAsync(id, "n", "not a number");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.EndAsync(id)).RuntimeStatus);
    }

    private static DurableApp Waiter<T>(Func<TaskOrchestrationContext, Task<T>> code) => new DurableApp()
        .Orchestrator("Wait", code);

    private sealed record Decision(string Answer, int Level);
}
