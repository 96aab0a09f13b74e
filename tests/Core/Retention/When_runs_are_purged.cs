using Isthmus.Core.Retention;
using Isthmus.Core.Runs;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Retention;

public sealed class When_runs_are_purged : LedgerTest
{
    private const string Flow = "order-to-cash";
    private RunStore runs = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        runs = new RunStore(Tables, Time);
    }

    [Theory]
    [InlineData(RunState.Done, true)]
    [InlineData(RunState.Ignored, true)]
    [InlineData(RunState.Running, false)]
    [InlineData(RunState.Waiting, false)]
    [InlineData(RunState.Held, false)]
    [InlineData(RunState.DeadLettered, false)]
    public async Task Only_those_that_are_over_go(RunState state, bool purged)
    {
        await EndedAsync("pi_1", state);
        Time.Advance(TimeSpan.FromDays(500));

        Assert.Equal(purged ? 1 : 0, await PurgeAsync());

        Assert.Equal(purged, (await runs.FindAsync("o2c-pi_1"))!.Purged);
        Assert.Equal(purged ? 0 : 1, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Those_that_changed_lately_stay_however_early_they_began()
    {
        await EndedAsync("pi_1", RunState.Done);
        Time.Advance(TimeSpan.FromDays(500));
        await runs.SetStateAsync("o2c-pi_1", RunState.Done, "shipped");

        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task Nothing_of_them_is_left_but_how_they_ended()
    {
        await EndedAsync("pi_1", RunState.Done);
        for (var n = 0; n < 250; n++) await StepAsync("pi_1", n, n == 7 ? "Z4711" : null);
        Time.Advance(TimeSpan.FromDays(500));

        Assert.Equal(1, await PurgeAsync());

        var run = (await runs.FindAsync("o2c-pi_1"))!;
        Assert.Equal((RunState.Done, "pi_1", null, null), (run.State, run.Key, run.Outcome, run.Number));
        Assert.Empty((await runs.StepsAsync("o2c-pi_1")).Steps);
        foreach (var key in (string[])["pi_1", "STR-1", "Z4711"]) Assert.Empty(await runs.FindByKeyAsync(key, 10));
        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task The_counts_stay_true()
    {
        for (var n = 0; n < 120; n++) await EndedAsync($"pi_{n}", n % 3 == 0 ? RunState.Ignored : RunState.Done);
        Time.Advance(TimeSpan.FromDays(500));
        await EndedAsync("pi_late", RunState.Held);

        Assert.Equal(120, await PurgeAsync());

        var counts = await runs.CountAsync(Flow);
        Assert.Equal((121, true), (counts.Received, counts.Balanced));
        Assert.Equal((80, 40, 1), (counts.States[RunState.Done], counts.States[RunState.Ignored], counts.States[RunState.Held]));
    }

    [Fact]
    public async Task One_that_begins_again_is_counted_once_and_listed_again()
    {
        await EndedAsync("pi_1", RunState.Ignored);
        Time.Advance(TimeSpan.FromDays(500));
        await PurgeAsync();

        await EndedAsync("pi_1", RunState.Done);

        var counts = await runs.CountAsync(Flow);
        Assert.Equal((1, true), (counts.Received, counts.Balanced));
        Assert.Equal(1, counts.States[RunState.Done]);
        Assert.False(Assert.Single(await ListAsync()).Purged);
    }

    [Fact]
    public async Task A_purge_that_runs_out_of_time_is_carried_on_by_the_next()
    {
        for (var n = 0; n < 100; n++) await EndedAsync($"pi_{n}", RunState.Done);
        Time.Advance(TimeSpan.FromDays(500));

        await runs.PurgeAsync(Flow, Before, new PurgeBudget(Time, TimeSpan.FromMinutes(1), most: 1));
        Assert.InRange((await ListAsync()).Count, 1, 99);
        await PurgeAsync();

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Places_that_a_crash_left_in_the_lists_go_as_well()
    {
        await EndedAsync("pi_1", RunState.Done);
        var listed = Assert.Single(await ListAsync());
        Time.Advance(TimeSpan.FromDays(500));
        await PurgeAsync();
        await new RunIndex(Tables).RestoreAsync(listed, CancellationToken.None);

        await PurgeAsync();

        Assert.Empty(await ListAsync());
        Assert.True((await runs.CountAsync(Flow)).Balanced);
    }

    private DateTimeOffset Before => Time.GetUtcNow().AddDays(-400);

    private async Task<int> PurgeAsync()
    {
        var budget = new PurgeBudget(Time, TimeSpan.FromMinutes(1));
        await runs.PurgeAsync(Flow, Before, budget);
        return budget.Removed;
    }

    private async Task<IReadOnlyList<Run>> ListAsync() => (await runs.ListAsync(new RunQuery(Flow), 1000, null)).Runs;

    private async Task EndedAsync(string key, RunState state)
    {
        await runs.BeginAsync(new Run { Id = "o2c-" + key, Flow = Flow, Key = key });
        await runs.SetStateAsync("o2c-" + key, state, "over", "STR-1");
    }

    private Task StepAsync(string key, int number, string? learnt) => runs.AddStepAsync(
        "o2c-" + key, new RunStep($"step {number}", 1, Time.GetUtcNow(), Time.GetUtcNow(), "done", null), key: learnt);
}
