using Isthmus.Core.Runs;

namespace Isthmus.Core.Tests.Ledgers;

public sealed class When_runs_are_counted : LedgerTest
{
    private const string Flow = "order-to-cash";

    private RunStore Runs => new(Tables, Time);

    [Fact]
    public async Task Every_run_stands_in_one_state_however_many_change_at_once()
    {
        var runs = Runs;
        RunState[] ends = [RunState.Done, RunState.Held, RunState.DeadLettered, RunState.Ignored];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            await runs.BeginAsync(Run(n));
            await runs.SetStateAsync(Run(n).Id, ends[n % 4], "over");
        }));

        var counts = await runs.CountAsync(Flow);
        Assert.True(counts.Balanced);
        Assert.Equal(200, counts.Received);
        Assert.All(ends, end => Assert.Equal(50, counts.States[end]));
    }

    [Fact]
    public async Task Two_processes_count_as_well_as_one()
    {
        RunStore[] processes = [Runs, Runs];

        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => processes[n % 2].BeginAsync(Run(n))));

        Assert.Equal(60, (await Runs.CountAsync(Flow)).States[RunState.Running]);
    }

    [Fact]
    public async Task A_run_that_two_begin_at_once_is_received_once()
    {
        var (one, other) = (Runs, Runs);

        await Task.WhenAll(one.BeginAsync(Run(1)), other.BeginAsync(Run(1)), one.BeginAsync(Run(1)));

        Assert.Equal(1, (await Runs.CountAsync(Flow)).Received);
    }

    [Fact]
    public async Task A_change_that_is_repeated_counts_once()
    {
        var runs = Runs;
        await runs.BeginAsync(Run(1));

        await runs.SetStateAsync(Run(1).Id, RunState.Done, "over");
        await runs.SetStateAsync(Run(1).Id, RunState.Done, "over");
        await runs.BeginAsync(Run(1));

        var counts = await runs.CountAsync(Flow);
        Assert.Equal((1, true), (counts.Received, counts.Balanced));
        Assert.Equal(1, Assert.Single(counts.States).Value);
    }

    private static Run Run(int number) => new() { Id = $"o2c-pi_{number}", Flow = Flow, Key = $"pi_{number}" };
}
