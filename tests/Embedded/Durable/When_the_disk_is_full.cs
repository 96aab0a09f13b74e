using Isthmus.Embedded.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_the_disk_is_full
{
    private static readonly string Large = new('x', 1_000_000);

    [Fact]
    public async Task A_start_that_could_not_be_stored_is_refused()
    {
        await using var app = await new DurableApp().Orchestrator("Any", _ => Task.FromResult(1)).StartAsync();
        await app.LimitDiskAsync(2);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync("Any", Large));
        await app.LimitDiskAsync(-1);

        Assert.Equal(1, (await app.RunAsync("Any", Large)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_step_waits_until_there_is_room_and_no_activity_runs_twice()
    {
        var full = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var refused = new LogSignal(LogLevel.Warning);
        await using var app = await new DurableApp { Loggers = refused }
            .Activity<int, string>("Read", async (_, _) =>
            {
                full.SetResult();
                await go.Task;
                return Large;
            })
            .Orchestrator("Flow", async context => (await context.CallActivityAsync<string>("Read", 1)).Length)
            .StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Flow");
        await full.Task;
        await app.LimitDiskAsync(2);
        go.SetResult();
        await refused.Seen;
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await app.LimitDiskAsync(-1);
        var end = app.EndAsync(id);
        while (!end.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(Large.Length, (await end).ReadOutputAs<int>());
        Assert.Single(app.Calls);
    }
}
