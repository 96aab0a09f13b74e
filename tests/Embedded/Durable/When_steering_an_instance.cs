using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_steering_an_instance
{
    [Fact]
    public async Task A_terminated_instance_ends_at_once_with_the_given_output()
    {
        await using var app = await Waiter().StartAsync();
        var id = await StartedAsync(app);

        await app.Client.TerminateInstanceAsync(id, "enough");

        var state = await app.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, state.RuntimeStatus);
        Assert.Equal("enough", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_that_has_not_begun_can_be_terminated()
    {
        await using var app = await Waiter().StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions(StartAt: app.Time.GetUtcNow().AddDays(1)));

        await app.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await app.EndAsync(id)).RuntimeStatus);
    }

    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task Its_children_are_terminated_only_when_asked(bool recursive, OrchestrationRuntimeStatus child)
    {
        await using var app = await Waiter()
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "kid")))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await app.UntilAsync(id, _ => app.Client.GetInstanceAsync("kid").Result?.IsRunning == true);

        await app.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: recursive));
        await app.EndAsync(id);
        if (recursive) await app.EndAsync("kid");

        Assert.Equal(child, (await app.Client.GetInstanceAsync("kid"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_terminated_child_fails_its_parents_call()
    {
        await using var app = await Waiter()
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "kid")))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await app.UntilAsync(id, _ => app.Client.GetInstanceAsync("kid").Result?.IsRunning == true);

        await app.Client.TerminateInstanceAsync("kid");

        Assert.Contains("'kid' was terminated", (await app.EndAsync(id)).FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task A_suspended_instance_takes_events_in_and_acts_on_them_when_resumed()
    {
        await using var app = await Waiter().StartAsync();
        var id = await StartedAsync(app);
        await app.Client.SuspendInstanceAsync(id, "audit");
        await app.UntilAsync(id, state => state.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);

        await app.Client.RaiseEventAsync(id, "go", 3);
        await app.CrashAndRestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await app.Client.ResumeInstanceAsync(id, "fine");

        Assert.Equal(3, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_suspended_instance_calls_no_activity_until_it_is_resumed()
    {
        var gate = new TaskCompletionSource();
        await using var app = await new DurableApp()
            .Activity<int, int>("First", async (n, _) =>
            {
                await gate.Task;
                return n;
            })
            .Activity<int, int>("Second", n => n + 1)
            .Orchestrator("Flow", async context =>
                await context.CallActivityAsync<int>("Second", await context.CallActivityAsync<int>("First", 1)))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Flow");
        await app.Client.WaitForInstanceStartAsync(id);
        await app.Client.SuspendInstanceAsync(id);
        await app.UntilAsync(id, state => state.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        gate.SetResult();
        await app.UntilHistoryAsync(id, history => history.Any(e => e is global::DurableTask.Core.History.TaskCompletedEvent));
        Assert.Single(app.Calls);

        await app.Client.ResumeInstanceAsync(id);

        Assert.Equal(2, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    private static DurableApp Waiter() => new DurableApp()
        .Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));

    private static async Task<string> StartedAsync(DurableApp app)
    {
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await app.Client.WaitForInstanceStartAsync(id);
        return id;
    }
}
