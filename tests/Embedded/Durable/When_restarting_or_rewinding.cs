using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_restarting_or_rewinding
{
    [Fact]
    public async Task A_restart_runs_the_same_input_again_under_the_same_or_a_new_id()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>())).StartAsync();
        await app.RunAsync("Echo", "x",
            new StartOrchestrationOptions("one") { Tags = new Dictionary<string, string> { ["a"] = "b" } });

        Assert.Equal("one", await app.Client.RestartAsync("one"));
        var other = await app.Client.RestartAsync("one", restartWithNewInstanceId: true);

        Assert.NotEqual("one", other);
        Assert.Equal("x", (await app.EndAsync("one")).ReadOutputAs<string>());
        var copy = await app.EndAsync(other);
        Assert.Equal("x", copy.ReadOutputAs<string>());
        Assert.Equal("b", copy.Tags["a"]);
        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.RestartAsync("nobody"));
    }

    [Fact]
    public async Task A_running_instance_cannot_be_restarted_in_place_or_rewound()
    {
        await using var app = await new DurableApp().Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"))
            .StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Client.RestartAsync("one"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Client.RewindInstanceAsync("one", "why not"));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.RewindInstanceAsync("nobody", "why not"));
    }

    [Fact]
    public async Task A_rewind_runs_only_what_failed_again()
    {
        var broken = true;
        await using var app = await new DurableApp()
            .Activity<int, int>("Good", n => n)
            .Activity<int, int>("Bad", n => broken ? throw new IOException("down") : n)
            .Orchestrator("Flow", async context =>
            {
                var first = await context.CallActivityAsync<int>("Good", 1);
                var both = await Task.WhenAll(
                    context.CallActivityAsync<int>("Good", 10), context.CallActivityAsync<int>("Bad", 100));
                return first + both.Sum();
            })
            .StartAsync();
        var id = (await app.RunAsync("Flow")).InstanceId;

        broken = false;
        await app.Client.RewindInstanceAsync(id, "repaired");
        var state = await app.EndAsync(id);

        Assert.Equal(111, state.ReadOutputAs<int>());
        Assert.Null(state.FailureDetails);
        Assert.Equal(["Bad(100)", "Bad(100)", "Good(1)", "Good(10)"], app.Calls.Order(StringComparer.Ordinal));
        Assert.Single((await app.Client.GetOrchestrationHistoryAsync(id)).OfType<ExecutionRewoundEvent>());
    }

    [Fact]
    public async Task A_failure_of_the_code_itself_is_run_again_from_its_last_step()
    {
        var broken = true;
        await using var app = await new DurableApp().Activity<int, int>("Good", n => n).Orchestrator("Flow", async context =>
        {
            var n = await context.CallActivityAsync<int>("Good", 1);
            if (broken) throw new FormatException("a bug");
            return n + await context.CallActivityAsync<int>("Good", 2);
        }).StartAsync();
        var id = (await app.RunAsync("Flow")).InstanceId;

        broken = false;
        await app.Client.RewindInstanceAsync(id, "deployed a fix");

        Assert.Equal(3, (await app.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(["Good(1)", "Good(2)"], app.Calls);
    }

    [Fact]
    public async Task A_failed_child_is_rewound_with_its_parent()
    {
        var broken = true;
        await using var app = await new DurableApp()
            .Activity<int, int>("Bad", n => broken ? throw new IOException("down") : n)
            .Orchestrator("Child", context => context.CallActivityAsync<int>("Bad", 5))
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync<int>("Child", new SubOrchestrationOptions(instanceId: "kid")))
            .StartAsync();
        var id = (await app.RunAsync("Parent")).InstanceId;

        broken = false;
        await app.Client.RewindInstanceAsync(id, "repaired");

        Assert.Equal(5, (await app.EndAsync(id)).ReadOutputAs<int>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.Client.GetInstanceAsync("kid"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_rewound_instance_also_survives_a_crash()
    {
        var broken = true;
        await using var app = await new DurableApp()
            .Activity<int, int>("Bad", n => broken ? throw new IOException("down") : n)
            .Orchestrator("Flow", async context =>
                await context.CallActivityAsync<int>("Bad", 1) + await context.WaitForExternalEvent<int>("go"))
            .StartAsync();
        var id = (await app.RunAsync("Flow")).InstanceId;
        broken = false;
        await app.Client.RewindInstanceAsync(id, "repaired");
        await app.UntilHistoryAsync(id, history => history.OfType<TaskCompletedEvent>().Any());

        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync(id, "go", 2);

        Assert.Equal(3, (await app.EndAsync(id)).ReadOutputAs<int>());
    }
}
