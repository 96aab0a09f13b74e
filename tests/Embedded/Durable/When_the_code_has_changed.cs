using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_the_code_has_changed
{
    [Fact]
    public Task Another_activity_in_the_same_place_fails_the_instance() => Fails(
        context => context.CallActivityAsync("Other"), "an activity 'First'", "an activity 'Other'", "sequence number 0");

    [Fact]
    public Task A_timer_in_place_of_an_activity_fails_the_instance() => Fails(
        context => context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None), "an activity 'First'", "a timer");

    [Fact]
    public Task An_activity_that_is_gone_fails_the_instance() => Fails(
        context => context.WaitForExternalEvent<string>("go"), "an activity 'First'", "has not (yet?) scheduled anything");

    [Fact]
    public Task A_further_activity_fails_the_instance() => Fails(
        context => Task.WhenAll(context.CallActivityAsync("First"), context.CallActivityAsync("Other")),
        "scheduled an activity 'Other'", "the history has recorded nothing there");

    [Fact]
    public async Task The_same_code_goes_on()
    {
        await using var app = await StartedAsync();
        await app.CrashAndRestartAsync();
        await app.Client.RaiseEventAsync("i", "go", "on");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.EndAsync("i")).RuntimeStatus);
    }

    private static async Task Fails(Func<TaskOrchestrationContext, Task> changed, params string[] words)
    {
        await using var app = await StartedAsync();
        app.Orchestrator("Flow", async context =>
        {
            await changed(context);
            await context.WaitForExternalEvent<string>("go");
            await context.CallActivityAsync("Other");
        });
        var calls = app.Calls.Count;
        await app.CrashAndRestartAsync();

        await app.Client.RaiseEventAsync("i", "go", "on");
        var state = await app.EndAsync("i");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Equal("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", state.FailureDetails!.ErrorType);
        Assert.Contains("'i'", state.FailureDetails.ErrorMessage);
        foreach (var word in words) Assert.Contains(word, state.FailureDetails.ErrorMessage);
        Assert.Equal(calls, app.Calls.Count);
    }

    private static async Task<DurableApp> StartedAsync()
    {
        var app = await new DurableApp()
            .Activity<string, int>("First", _ => 1)
            .Activity<string, int>("Other", _ => 2)
            .Orchestrator("Flow", async context =>
            {
                await context.CallActivityAsync("First");
                context.SetCustomStatus("waiting");
                await context.WaitForExternalEvent<string>("go");
            })
            .StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Flow", new StartOrchestrationOptions("i"));
        await app.UntilAsync("i", state => state.SerializedCustomStatus is not null);
        return app;
    }
}
