using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Embedded.Tests.Durable;

public sealed class When_starting_an_instance
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("@entity@key")]
    public async Task An_id_that_Azure_would_not_take_is_refused(string id)
    {
        await using var app = await Waiter().StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(app, id));
    }

    [Fact]
    public async Task An_id_has_at_most_a_hundred_characters()
    {
        await using var app = await Waiter().StartAsync();
        await StartAsync(app, new string('a', 100));

        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(app, new string('a', 101)));
    }

    [Fact]
    public async Task A_second_start_of_a_running_instance_is_refused_and_changes_nothing()
    {
        await using var app = await Waiter().StartAsync();
        await StartAsync(app, "one");
        await app.Client.WaitForInstanceStartAsync("one");

        var refusal = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => StartAsync(app, "one"));

        Assert.Contains("'one' already exists and is Running", refusal.Message);
        Assert.IsAssignableFrom<InvalidOperationException>(refusal);
        await app.Client.RaiseEventAsync("one", "go", 4);
        Assert.Equal(4, (await app.EndAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Of_many_starts_at_once_exactly_one_succeeds()
    {
        await using var app = await Waiter().StartAsync();

        var starts = Enumerable.Range(0, 50).Select(_ => Task.Run(() => StartAsync(app, "one"))).ToList();
        await Task.WhenAll(starts.Select(start => start.ContinueWith(_ => { })));

        Assert.Equal(1, starts.Count(start => start.IsCompletedSuccessfully));
        var refusals = starts.Where(start => start.IsFaulted).Select(start => start.Exception!.InnerException);
        Assert.All(refusals, refusal => Assert.IsType<OrchestrationAlreadyExistsException>(refusal));
    }

    [Fact]
    public async Task The_id_of_an_ended_instance_may_be_used_again()
    {
        await using var app = await Waiter().StartAsync();
        foreach (var n in (int[])[1, 2])
        {
            await StartAsync(app, "again");
            await app.Client.RaiseEventAsync("again", "go", n);
            Assert.Equal(n, (await app.EndAsync("again")).ReadOutputAs<int>());
        }
    }

    [Fact]
    public async Task Dedupe_statuses_say_when_a_start_is_refused()
    {
        await using var app = await Waiter().StartAsync();
        var once = new StartOrchestrationOptions("once")
            .WithDedupeStatuses(OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed);
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", once);
        await app.Client.RaiseEventAsync("once", "go", 1);
        await app.EndAsync("once");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", once));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions("x") { DedupeStatuses = ["Sleeping"] }));
    }

    [Fact]
    public async Task A_running_instance_that_is_not_in_the_dedupe_statuses_is_replaced()
    {
        await using var app = await Waiter().StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "old", new StartOrchestrationOptions("one"));
        await app.Client.WaitForInstanceStartAsync("one");

        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", "new", new StartOrchestrationOptions("one") { DedupeStatuses = [] });
        await app.Client.RaiseEventAsync("one", "go", 8);

        var state = await app.EndAsync("one");
        Assert.Equal("new", state.ReadInputAs<string>());
        Assert.Equal(8, state.ReadOutputAs<int>());
    }

    [Fact]
    public async Task It_may_be_scheduled_for_later()
    {
        await using var app = await new DurableApp().Orchestrator("Now", context => Task.FromResult(context.CurrentUtcDateTime))
            .StartAsync();
        var at = app.Time.GetUtcNow().AddDays(100);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync("Now", new StartOrchestrationOptions(StartAt: at));

        for (var day = 0; day < 99; day++) app.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await app.Client.GetInstanceAsync(id))!.RuntimeStatus);
        app.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(at.UtcDateTime, (await app.EndAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Its_tags_are_kept()
    {
        await using var app = await Waiter().StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions("one") { Tags = new Dictionary<string, string> { ["flow"] = "o2c" } });

        Assert.Equal("o2c", (await app.Client.GetInstanceAsync("one"))!.Tags["flow"]);
    }

    private static DurableApp Waiter() => new DurableApp()
        .Orchestrator("Wait", context => context.WaitForExternalEvent<int>("go"));

    private static Task<string> StartAsync(DurableApp app, string id) =>
        app.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions(id));
}
