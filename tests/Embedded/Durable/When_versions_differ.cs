using Isthmus.Embedded.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_versions_differ
{
    [Fact]
    public async Task New_instances_and_their_children_get_the_default_version()
    {
        await using var app = await Versioned("1.2")
            .Orchestrator("Child", context => Task.FromResult(context.Version))
            .Orchestrator("Parent", async context =>
                context.Version + "/" + await context.CallSubOrchestratorAsync<string>("Child"))
            .StartAsync();

        Assert.Equal("1.2/1.2", (await app.RunAsync("Parent")).ReadOutputAs<string>());
        Assert.Equal("1.0/1.2", (await app.RunAsync("Parent", options: new StartOrchestrationOptions { Version = "1.0" }))
            .ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_code_can_tell_older_instances_by_their_version()
    {
        await using var app = await Versioned("1.10").Orchestrator("Order", context => Task.FromResult(new[]
        {
            context.CompareVersionTo("1.9"), context.CompareVersionTo("1.10"), context.CompareVersionTo("2.0"),
            context.CompareVersionTo(""),
        }.Select(Math.Sign))).StartAsync();

        var order = (await app.RunAsync("Order")).ReadOutputAs<int[]>();

        Assert.Equal([1, 0, -1, 1], order!);
    }

    [Theory]
    [InlineData("CurrentOrOlder", "0.9", true)]
    [InlineData("CurrentOrOlder", "1.0", true)]
    [InlineData("CurrentOrOlder", "1.1", false)]
    [InlineData("Strict", "1.0", true)]
    [InlineData("Strict", "0.9", false)]
    [InlineData("None", "7.0", true)]
    public async Task Only_a_version_that_matches_is_run(string strategy, string version, bool runs)
    {
        var match = Enum.Parse<VersionMatchStrategy>(strategy);
        await using var app = Versioned("1.0");
        app.Options = app.Options with { VersionMatchStrategy = match, VersionFailureStrategy = VersionFailureStrategy.Fail };
        await app.Orchestrator("Any", _ => Task.FromResult(1)).StartAsync();

        var state = await app.RunAsync("Any", options: new StartOrchestrationOptions { Version = version });

        Assert.Equal(runs ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal(runs ? null : "VersionMismatch", state.FailureDetails?.ErrorType);
    }

    [Fact]
    public async Task A_rejected_instance_waits_for_a_program_that_may_run_it()
    {
        await using var app = await Versioned("1.0").Orchestrator("Any", context => context.WaitForExternalEvent<int>("go"))
            .StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Any", new StartOrchestrationOptions("one") { Version = "2.0" });
        await app.Client.RaiseEventAsync("one", "go", 6);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await app.Client.GetInstanceAsync("one"))!.RuntimeStatus);

        app.Options = app.Options with { DefaultVersion = "2.0" };
        await app.StopAndRestartAsync();

        Assert.Equal(6, (await app.EndAsync("one")).ReadOutputAs<int>());
    }

    private static DurableApp Versioned(string version) => new() { Options = new() { DefaultVersion = version } };
}
