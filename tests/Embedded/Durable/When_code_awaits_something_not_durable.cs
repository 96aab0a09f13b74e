using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_code_awaits_something_not_durable
{
    [Fact]
    public Task A_delay_fails_the_instance() => Fails(async context =>
    {
        await Task.Delay(200);
        await context.CallActivityAsync("Pass");
    });

    [Fact]
    public Task Work_on_another_thread_fails_the_instance() => Fails(_ => Task.Run(() => Task.Delay(200)));

    [Fact]
    public Task Leaving_the_orchestrators_thread_fails_the_instance() => Fails(async context =>
    {
        await context.CallActivityAsync("Pass").ConfigureAwait(false);
        await context.CallActivityAsync("Pass");
    });

    [Fact]
    public Task It_is_found_out_while_a_durable_task_is_open_too() => Fails(async context =>
    {
        _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        await Task.Delay(200);
    });

    [Fact]
    public async Task Yielding_is_allowed()
    {
        await using var app = await new DurableApp().Activity<int, int>("Pass", n => n).Orchestrator("Fine", async context =>
        {
            await Task.Yield();
            return await context.CallActivityAsync<int>("Pass", 3);
        }).StartAsync();

        Assert.Equal(3, (await app.RunAsync("Fine")).ReadOutputAs<int>());
    }

    private static async Task Fails(Func<TaskOrchestrationContext, Task> code)
    {
        await using var app = await new DurableApp().Activity<int, int>("Pass", n => n).Orchestrator("Wrong", code).StartAsync();

        var state = await app.RunAsync("Wrong");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains("awaiting non-durable tasks", state.FailureDetails!.ErrorMessage);
    }
}
