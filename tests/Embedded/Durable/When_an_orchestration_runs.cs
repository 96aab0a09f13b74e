using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_an_orchestration_runs
{
    [Fact]
    public async Task Its_activities_follow_each_other_and_its_output_is_kept()
    {
        await using var app = await Greeter().StartAsync();

        var state = await app.RunAsync("Greet", "Ada");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal("Hello Ada! Bye Ada!", state.ReadOutputAs<string>());
        Assert.Equal("Ada", state.ReadInputAs<string>());
        Assert.Equal(["Say(\"Hello Ada\")", "Say(\"Bye Ada\")"], app.Calls);
    }

    [Fact]
    public async Task Activities_called_together_run_together()
    {
        var together = new Barrier(3);
        await using var app = await new DurableApp()
            .Activity<int, int>("Square", (n, _) => Task.Run(() =>
            {
                Assert.True(together.SignalAndWait(TimeSpan.FromMinutes(1)));
                return n * n;
            }))
            .Orchestrator("Sum", async context =>
                (await Task.WhenAll(Enumerable.Range(1, 3).Select(n => context.CallActivityAsync<int>("Square", n)))).Sum())
            .StartAsync();

        Assert.Equal(14, (await app.RunAsync("Sum")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Names_are_compared_without_regard_to_case()
    {
        await using var app = await Greeter().StartAsync();

        Assert.Equal("Hello Ada! Bye Ada!", (await app.RunAsync("gREET", "Ada")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task It_may_end_without_calling_anything()
    {
        await using var app = await new DurableApp().Orchestrator("Noop", _ => Task.FromResult(5)).StartAsync();

        Assert.Equal(5, (await app.RunAsync("Noop")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Its_custom_status_can_be_seen()
    {
        await using var app = await new DurableApp().Orchestrator("Report", async context =>
        {
            context.SetCustomStatus(new { step = 1 });
            await context.WaitForExternalEvent<string>("go");
            context.SetCustomStatus(null);
        }).StartAsync();

        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Report");
        var running = await app.Client.WaitForInstanceStartAsync(id, true);
        Assert.Equal("{\"step\":1}", running.SerializedCustomStatus);

        await app.Client.RaiseEventAsync(id, "go", "on");
        Assert.Null((await app.EndAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task Guids_and_time_are_the_same_in_every_replay()
    {
        var seen = new List<(Guid, DateTime)>();
        await using var app = await new DurableApp().Activity<int, int>("Pass", n => n).Orchestrator("Twice", async context =>
        {
            seen.Add((context.NewGuid(), context.CurrentUtcDateTime));
            await context.WaitForExternalEvent<string>("go");
            return context.NewGuid();
        }).StartAsync();

        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Twice");
        await app.Client.WaitForInstanceStartAsync(id);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync(id, "go", "on");
        var last = (await app.EndAsync(id)).ReadOutputAs<Guid>();

        Assert.Equal(2, seen.Count);
        Assert.Equal(seen[0], seen[1]);
        Assert.NotEqual(seen[0].Item1, last);
    }

    private static DurableApp Greeter() => new DurableApp()
        .Activity<string, string>("Say", text => text + "!")
        .Orchestrator("Greet", async context =>
        {
            var name = context.GetInput<string>();
            var hello = await context.CallActivityAsync<string>("Say", $"Hello {name}");
            return $"{hello} {await context.CallActivityAsync<string>("Say", $"Bye {name}")}";
        });
}
