using DurableTask.Core.History;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_payloads_are_large
{
    private static readonly string Large = new('x', 3_000_000);

    [Fact]
    public async Task They_go_through_activities_events_and_crashes_unharmed()
    {
        await using var app = await new DurableApp().Activity<string, string>("Echo", text => text!)
            .Orchestrator("Flow", async context =>
        {
            var echo = await context.CallActivityAsync<string>("Echo", context.GetInput<string>());
            context.SetCustomStatus(echo);
            return echo + await context.WaitForExternalEvent<string>("more");
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Flow", Large);
        await app.UntilAsync(id, state => state.SerializedCustomStatus is not null);

        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync(id, "more", Large);

        var state = await app.EndAsync(id);
        Assert.Equal(Large + Large, state.ReadOutputAs<string>());
        Assert.Equal(Large, state.ReadInputAs<string>());
        Assert.Equal(Large, state.ReadCustomStatusAs<string>());
        var history = await app.Client.GetOrchestrationHistoryAsync(id);
        Assert.Equal(Large.Length + 2, Assert.Single(history.OfType<TaskCompletedEvent>()).Result!.Length);
    }

    [Fact]
    public async Task Rows_hold_references_and_a_purge_takes_the_payloads_away()
    {
        await using var app = await new DurableApp().Activity<string, string>("Echo", text => text!)
            .Orchestrator("Flow", context => context.CallActivityAsync<string>("Echo", Large)).StartAsync();
        var id = (await app.RunAsync("Flow")).InstanceId;

        Assert.InRange((long)app.Scalar("SELECT max(length(data)) FROM durable_history")!, 1, 100);
        Assert.InRange((long)app.Scalar("SELECT max(length(output)) FROM durable_instances")!, 1, 100);
        await app.Client.PurgeInstanceAsync(id);

        Assert.Equal(0L, app.Scalar("SELECT count(*) FROM durable_payloads"));
        Assert.Equal(0L, app.Scalar("SELECT count(*) FROM durable_history"));
    }
}
