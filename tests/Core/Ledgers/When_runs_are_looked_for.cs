using Isthmus.Core.Runs;

namespace Isthmus.Core.Tests.Ledgers;

public sealed class When_runs_are_looked_for : LedgerTest
{
    private const string Flow = "order-to-cash";

    [Fact]
    public async Task They_are_found_by_state_and_time_newest_first()
    {
        var runs = new RunStore(Tables, Time);
        var start = Time.GetUtcNow();
        for (var n = 0; n < 6; n++)
        {
            await runs.BeginAsync(new Run { Id = $"run-{n}", Flow = Flow, Key = $"pi_{n}" });
            if (n % 2 == 0) await runs.SetStateAsync($"run-{n}", RunState.Held, "look");
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["run-4", "run-2", "run-0"], await Ids(runs, new RunQuery(Flow, RunState.Held)));
        Assert.Equal(
            ["run-3", "run-2", "run-1"], await Ids(runs, new RunQuery(Flow, null, start.AddMinutes(1), start.AddMinutes(3))));
        Assert.Equal(["run-2"], await Ids(runs, new RunQuery(Flow, RunState.Held, start.AddMinutes(1), start.AddMinutes(3))));
    }

    [Fact]
    public async Task They_are_found_by_each_of_their_business_keys()
    {
        var runs = new RunStore(Tables, Time);
        await runs.BeginAsync(new Run { Id = "o2c-pi_1", Flow = Flow, Key = "pi_1" });
        Time.Advance(TimeSpan.FromSeconds(1));
        await runs.BeginAsync(new Run { Id = "so2sage-77", Flow = "sales-order-to-sage", Key = "77", Number = "IS-PI1" });
        await runs.SetStateAsync("o2c-pi_1", RunState.Done, "Carried.", "IS-PI1");
        await runs.AddStepAsync("so2sage-77", new RunStep("resolve", 1, Time.GetUtcNow(), Time.GetUtcNow(), "done", null), key: "Z4711");

        Assert.Equal(["o2c-pi_1"], await ByKey(runs, "pi_1"));
        Assert.Equal(["so2sage-77", "o2c-pi_1"], await ByKey(runs, "is-pi1"));
        Assert.Equal(["so2sage-77"], await ByKey(runs, "Z4711"));
        Assert.Empty(await ByKey(runs, "pi_2"));
    }

    private static async Task<IEnumerable<string>> Ids(RunStore runs, RunQuery query) =>
        (await runs.ListAsync(query, 50, null)).Runs.Select(run => run.Id);

    private static async Task<IEnumerable<string>> ByKey(RunStore runs, string key) =>
        (await runs.FindByKeyAsync(key, 50)).Select(run => run.Id);
}
