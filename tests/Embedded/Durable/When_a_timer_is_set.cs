using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_a_timer_is_set
{
    [Fact]
    public async Task It_fires_when_it_is_due_and_not_before()
    {
        await using var app = await Sleeper(TimeSpan.FromMinutes(10)).StartAsync();
        var start = app.Time.GetUtcNow().UtcDateTime;
        var id = await SleepAsync(app);

        app.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));

        var woken = (await app.EndAsync(id)).ReadOutputAs<DateTime>();
        Assert.InRange(woken - start, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10) + TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public async Task It_survives_a_crash_and_fires_at_once_where_its_time_has_passed()
    {
        await using var app = await Sleeper(TimeSpan.FromMinutes(10)).StartAsync();
        var id = await SleepAsync(app);

        await app.CrashAndRestartAsync();
        app.Time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.EndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Thirty_days_pass_in_pieces_of_three()
    {
        await using var app = await Sleeper(TimeSpan.FromDays(30)).StartAsync();
        var id = await SleepAsync(app);

        for (var piece = 1; piece < 10; piece++)
        {
            app.Time.Advance(TimeSpan.FromDays(3));
            await app.UntilHistoryAsync(id, history => history.OfType<TimerCreatedEvent>().Count() == piece + 1);
        }
        app.Time.Advance(TimeSpan.FromDays(3));

        await app.EndAsync(id);
        Assert.Equal(10, (await app.Client.GetOrchestrationHistoryAsync(id)).OfType<TimerFiredEvent>().Count());
    }

    [Fact]
    public async Task The_orchestration_does_not_end_before_a_timer_that_nobody_cancelled()
    {
        await using var app = await new DurableApp().Orchestrator("Leave", context =>
        {
            _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return Task.FromResult("left");
        }).StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Leave");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.Client.WaitForInstanceStartAsync(id)).RuntimeStatus);

        app.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("left", (await app.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_cancelled_timer_holds_nothing_up()
    {
        await using var app = await new DurableApp().Activity<int, int>("Pass", n => n).Orchestrator("Race", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), cancel.Token);
            var work = context.CallActivityAsync<int>("Pass", 7);
            var first = await Task.WhenAny(timer, work);
            cancel.Cancel();
            return first == work ? await work : -1;
        }).StartAsync();

        Assert.Equal(7, (await app.RunAsync("Race")).ReadOutputAs<int>());
    }

    private static DurableApp Sleeper(TimeSpan time) => new DurableApp().Orchestrator("Sleep", async context =>
    {
        await context.CreateTimer(time, CancellationToken.None);
        return context.CurrentUtcDateTime;
    });

    private static async Task<string> SleepAsync(DurableApp app)
    {
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        await app.Client.WaitForInstanceStartAsync(id);
        return id;
    }
}
