using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_calling_sub_orchestrations
{
    [Fact]
    public async Task The_child_runs_on_its_own_and_its_output_comes_back()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Child", context =>
                Task.FromResult($"{context.Parent!.InstanceId}/{context.Parent.Name} {context.GetInput<int>()}"))
            .Orchestrator("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Child", 5, new SubOrchestrationOptions(instanceId: "kid")))
            .StartAsync();

        var state = await app.RunAsync("Parent", options: new StartOrchestrationOptions("top"));

        Assert.Equal("top/Parent 5", state.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.Client.GetInstanceAsync("kid"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_childs_failure_is_thrown_with_its_cause()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Child", _ => throw new FormatException("bad"))
            .Orchestrator("Parent", async context =>
            {
                try { await context.CallSubOrchestratorAsync("Child"); }
                catch (TaskFailedException failure) when (failure.FailureDetails.IsCausedBy<FormatException>()) { return failure.TaskName; }
                return "no failure";
            })
            .StartAsync();

        Assert.Equal("Child", (await app.RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failed_child_is_retried_under_the_same_instance_id()
    {
        var runs = 0;
        await using var app = await new DurableApp()
            .Orchestrator("Child", _ => ++runs < 3 ? throw new FormatException("bad") : Task.FromResult(runs))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<int>("Child", null, new SubOrchestrationOptions(
                TaskRetryOptions.FromRetryHandler(retry => retry.LastAttemptNumber < 5), "kid")))
            .StartAsync();

        Assert.Equal(3, (await app.RunAsync("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_child_whose_id_is_in_use_cannot_be_started()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"))
            .Orchestrator("Parent", async context =>
            {
                try { await context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "taken")); }
                catch (TaskFailedException failure) when (failure.FailureDetails.IsCausedBy<InvalidOperationException>()) { return "refused"; }
                return "started";
            })
            .StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("taken"));

        Assert.Equal("refused", (await app.RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Parent_and_child_both_go_on_after_a_crash()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Child", context => context.WaitForExternalEvent<int>("go"))
            .Orchestrator("Parent", async context =>
                1 + await context.CallSubOrchestratorAsync<int>("Child", null, new SubOrchestrationOptions(instanceId: "kid")))
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await app.UntilAsync(id, _ => app.Client.GetInstanceAsync("kid").Result?.IsRunning == true);

        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync("kid", "go", 41);

        Assert.Equal(42, (await app.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Many_children_of_one_parent_all_report_back()
    {
        await using var app = await new DurableApp()
            .Orchestrator("Child", context => Task.FromResult(context.GetInput<int>()))
            .Orchestrator("Parent", async context =>
                (await Task.WhenAll(Enumerable.Range(1, 200).Select(n => context.CallSubOrchestratorAsync<int>("Child", n))))
                    .Sum())
            .StartAsync();

        Assert.Equal(20100, (await app.RunAsync("Parent")).ReadOutputAs<int>());
    }
}
