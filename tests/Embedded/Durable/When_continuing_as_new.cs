using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_continuing_as_new
{
    [Fact]
    public async Task The_history_begins_anew_with_the_new_input()
    {
        await using var app = await new DurableApp().Activity<int, int>("Pass", n => n).Orchestrator("Loop", async context =>
        {
            var n = context.GetInput<int>();
            await context.CallActivityAsync("Pass", n);
            if (n < 50) context.ContinueAsNew(n + 1);
            return n;
        }).StartAsync();

        var state = await app.RunAsync("Loop", 1);

        Assert.Equal(50, state.ReadOutputAs<int>());
        Assert.Equal(50, state.ReadInputAs<int>());
        Assert.Equal(50, app.Calls.Count);
        Assert.Single((await app.Client.GetOrchestrationHistoryAsync(state.InstanceId)).OfType<TaskScheduledEvent>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_that_nobody_waited_for_are_kept_or_dropped_as_asked(bool keep)
    {
        await using var app = await new DurableApp().Orchestrator("Loop", async context =>
        {
            if (context.GetInput<string>() == "second")
            {
                await context.WaitForExternalEvent<string>("end");
                var early = context.WaitForExternalEvent<int>("early");
                return early.IsCompleted ? await early : -1;
            }
            await context.WaitForExternalEvent<string>("go");
            context.ContinueAsNew("second", keep);
            return 0;
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Loop");
        await app.Client.RaiseEventAsync(id, "early", 7);
        await app.Client.RaiseEventAsync(id, "go", "on");
        await app.UntilAsync(id, state => state.SerializedInput is not null);

        await app.Client.RaiseEventAsync(id, "end", "now");

        Assert.Equal(keep ? 7 : -1, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task No_event_is_lost_by_one_that_takes_them_one_by_one()
    {
        await using var app = await new DurableApp().Orchestrator("Actor", async context =>
        {
            var sum = context.GetInput<int>() + await context.WaitForExternalEvent<int>("add");
            if (sum < 5050) context.ContinueAsNew(sum);
            return sum;
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Actor", 0);

        await Task.WhenAll(Enumerable.Range(1, 100).Select(n => app.Client.RaiseEventAsync(id, "add", n)));

        Assert.Equal(5050, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_parent_waits_for_the_last_execution_of_its_child()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Child", context =>
            {
                var n = context.GetInput<int>();
                if (n < 3) context.ContinueAsNew(n + 1);
                return Task.FromResult(n);
            })
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child", 1))
            .StartAsync();

        Assert.Equal(3, (await app.RunAsync("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task The_version_may_change()
    {
        await using var app = await new DurableApp { Options = new() { DefaultVersion = "2.0" } }.Orchestrator("Loop", context =>
        {
            if (context.Version == "1.0") context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
            return Task.FromResult(context.Version);
        }).StartAsync();

        Assert.Equal("2.0", (await app.RunAsync("Loop", options: new StartOrchestrationOptions { Version = "1.0" }))
            .ReadOutputAs<string>());
    }
}
