namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_much_is_going_on
{
    [Fact]
    public async Task No_more_activities_run_at_once_than_are_allowed()
    {
        var (now, most) = (0, 0);
        var three = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = new DurableApp { Options = new() { MaxConcurrentActivities = 3 } };
        await app.Activity<int, int>("Work", async (n, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            if (Volatile.Read(ref now) >= 3) three.TrySetResult();
            await three.Task;
            for (var turn = 0; turn < 20; turn++) await Task.Yield();
            Interlocked.Decrement(ref now);
            return n;
        }).Orchestrator("Fan", async context =>
            (await Task.WhenAll(Enumerable.Range(0, 60).Select(n => context.CallActivityAsync<int>("Work", n))))
                .Sum()).StartAsync();

        Assert.Equal(60 * 59 / 2, (await app.RunAsync("Fan")).ReadOutputAs<int>());
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task An_orchestration_stays_in_memory_between_events_and_is_not_replayed()
    {
        var begun = 0;
        await using var app = await Steps(() => begun++).StartAsync();

        await app.RunAsync("Steps");

        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task One_that_had_to_make_room_is_replayed_when_something_happens_to_it()
    {
        var begun = 0;
        await using var app = Steps(() => begun++);
        app.Options = new() { MaxCachedOrchestrations = 1 };
        await app.Orchestrator("Wait", async context =>
        {
            Interlocked.Increment(ref begun);
            return await context.WaitForExternalEvent<int>("go");
        }).StartAsync();
        var ids = new List<string>();
        for (var n = 0; n < 4; n++)
        {
            ids.Add(await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait"));
            await app.Client.WaitForInstanceStartAsync(ids[n], CancellationToken.None);
        }

        foreach (var id in ids) await app.Client.RaiseEventAsync(id, "go", 1);
        foreach (var id in ids) Assert.Equal(1, (await app.EndAsync(id)).ReadOutputAs<int>());

        Assert.InRange(begun, 6, 8);
    }

    private static DurableApp Steps(Action begin) => new DurableApp().Activity<int, int>("Pass", n => n)
        .Orchestrator("Steps", async context =>
    {
        begin();
        for (var n = 0; n < 20; n++) await context.CallActivityAsync("Pass", n);
    });

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most) Interlocked.CompareExchange(ref most, value, seen);
    }
}
