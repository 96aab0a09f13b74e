using Isthmus.Core.Loads;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Loads;

public sealed class When_a_load_is_remembered : LedgerTest
{
    private static readonly LoadCounts Page = new(10, 7, 1, 1, 1);

    private LoadStore Loads => new(Tables, Time);

    [Fact]
    public async Task A_page_that_is_passed_twice_counts_once()
    {
        var load = await BeginAsync("load-1");
        await Loads.PassPageAsync(load, Page, "behind", TimeSpan.FromSeconds(2));
        var again = await Loads.PassPageAsync(load, Page, "behind", TimeSpan.FromSeconds(2));
        Assert.Equal((Page, 1, "behind"), (again.Counts, again.Pages, again.After));
    }

    [Fact]
    public async Task The_last_page_ends_it_and_every_record_is_settled_in_one_way()
    {
        var load = await BeginAsync("load-1");
        load = await Loads.PassPageAsync(load, Page, "behind", TimeSpan.FromSeconds(2));
        load = await Loads.PassPageAsync(load, Page, null, TimeSpan.FromSeconds(2));
        Assert.Equal((LoadState.Done, 20, true), (load.State, load.Counts.Read, load.Counts.Balanced));
        Assert.Equal("20 read: 14 written, 2 unchanged, 2 skipped, 2 failed.", load.Note);
    }

    [Fact]
    public async Task What_is_settled_of_a_page_is_known_to_the_next_process_and_forgotten_with_the_next_page()
    {
        var load = await BeginAsync("load-1");
        var ledger = await Loads.OpenPageAsync(load);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => ledger.AddAsync($"record-{n}", LoadOutcome.Written)));

        var next = await Loads.OpenPageAsync(load);
        Assert.All(Enumerable.Range(0, 50), n => Assert.Equal(LoadOutcome.Written, next.Find($"record-{n}")));
        Assert.Null(next.Find("record-50"));
        var passed = await Loads.PassPageAsync(load, Page, "behind", TimeSpan.Zero);
        Assert.Null((await Loads.OpenPageAsync(passed)).Find("record-1"));
    }

    [Fact]
    public async Task One_of_a_kind_is_under_way_however_many_begin_at_once()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => BeginAsync($"load-{n}")));
        Assert.Single(begun.Select(load => load.Id).Distinct());
        Assert.Single(await Loads.ListAsync(100));
    }

    [Fact]
    public async Task One_that_has_ended_gives_its_place_to_the_next()
    {
        var first = await BeginAsync("load-1");
        await Loads.PassPageAsync(first, Page, null, TimeSpan.Zero);
        Assert.Equal("load-2", (await BeginAsync("load-2")).Id);
    }

    private Task<Load> BeginAsync(string id) => Loads.BeginAsync(new Load { Id = id, Kind = "items", StartedBy = "operator:Ana" });
}
