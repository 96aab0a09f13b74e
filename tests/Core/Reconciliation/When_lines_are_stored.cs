using Isthmus.Core.Reconciliation;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Reconciliation;

public sealed class When_lines_are_stored : LedgerTest
{
    private ReconciliationStore Store => new(Tables, Time);

    [Fact]
    public async Task A_page_that_comes_twice_is_stored_once()
    {
        var lines = Enumerable.Range(1, 150).Select(Line).ToList();
        await Store.PutLinesAsync("po_1", lines);
        await Store.PutLinesAsync("po_1", lines);

        var totals = (await Store.TotalAsync("po_1"))["GBP"];

        Assert.Equal((150, 150 * 100L, 150 * -2L), (totals.Lines, totals.Gross, totals.Fees));
    }

    [Fact]
    public async Task A_process_that_dies_meanwhile_leaves_whole_batches()
    {
        DieAfter(1);
        await Store.PutLinesAsync("po_1", Enumerable.Range(1, 150).Select(Line)).ContinueWith(_ => { }, TaskScheduler.Default);
        Revive();

        Assert.Equal(100, (await Store.TotalAsync("po_1"))["GBP"].Lines);
    }

    [Fact]
    public async Task Lines_come_in_order_of_time_and_only_those_of_a_state()
    {
        await Store.PutLinesAsync("po_1", [Line(3) with { State = LineState.Open }, Line(2), Line(1) with { State = LineState.Open }]);

        var open = new List<string>();
        await foreach (var line in Store.LinesAsync("po_1", LineState.Open)) open.Add(line.Id);

        Assert.Equal(["txn_1", "txn_3"], open);
    }

    [Fact]
    public async Task What_was_posted_is_not_forgotten_when_the_payout_is_added_up_again()
    {
        var payout = new Payout { Id = "po_1", Currency = "GBP", Amount = 5 };
        await Store.PutAsync(payout);
        await Store.NoteAsync(payout, new PayoutNotes(Posting: "000012", Deposits: 3));
        await Store.PutAsync(payout with { State = PayoutState.Balanced });

        var found = (await Store.FindAsync("po_1"))!;

        Assert.Equal((PayoutState.Balanced, "000012", 3), (found.State, found.Posting, found.Deposits));
        Assert.Equal("000012", Assert.Single((await Store.ListAsync(10, null)).Items).Posting);
    }

    private static PayoutLine Line(int number) => new()
    {
        Id = $"txn_{number}", Kind = LineKind.Charge, State = LineState.Matched, Type = "charge", Currency = "GBP", Amount = 100, Fee = 2, Net = 98,
        At = DateTimeOffset.UnixEpoch.AddSeconds(number),
    };
}
