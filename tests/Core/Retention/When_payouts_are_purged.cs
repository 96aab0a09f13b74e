using Isthmus.Core.Reconciliation;
using Isthmus.Core.Retention;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Retention;

public sealed class When_payouts_are_purged : LedgerTest
{
    private ReconciliationStore store = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        store = new ReconciliationStore(Tables, Time);
    }

    [Theory]
    [InlineData(PayoutState.Balanced, 0, true)]
    [InlineData(PayoutState.Manual, 0, true)]
    [InlineData(PayoutState.Reversed, 0, true)]
    [InlineData(PayoutState.Balanced, 1, false)]
    [InlineData(PayoutState.Unbalanced, 0, false)]
    [InlineData(PayoutState.UnderWay, 0, false)]
    public async Task Only_those_that_nobody_has_to_look_at_go(PayoutState state, int open, bool purged)
    {
        await store.PutAsync(Payout("po_1") with { State = state, Totals = new PayoutTotals { Lines = 250, Open = open } });
        await store.PutLinesAsync("po_1", Enumerable.Range(0, 250).Select(Line));
        Time.Advance(TimeSpan.FromDays(100));

        await PurgeAsync();

        Assert.Equal(purged, await store.FindAsync("po_1") is null);
        Assert.Equal(purged ? 0 : 250, await store.LinesAsync("po_1").CountAsync());
        Assert.Equal(purged ? 0 : 1, (await store.ListAsync(10, null)).Items.Count);
    }

    [Fact]
    public async Task Late_ones_stay()
    {
        await store.PutAsync(Payout("po_1") with { State = PayoutState.Balanced });
        Time.Advance(TimeSpan.FromDays(30));

        await PurgeAsync();

        Assert.NotNull(await store.FindAsync("po_1"));
    }

    [Fact]
    public async Task What_a_spent_round_leaves_the_next_one_removes()
    {
        foreach (var n in Enumerable.Range(0, 3))
        {
            await store.PutAsync(Payout($"po_{n}") with { State = PayoutState.Balanced });
            await store.PutLinesAsync($"po_{n}", [Line(n)]);
        }
        Time.Advance(TimeSpan.FromDays(100));

        await store.PurgeAsync(Time.GetUtcNow().AddDays(-93), new PurgeBudget(Time, TimeSpan.FromMinutes(1), most: 1));
        Assert.InRange((await store.ListAsync(10, null)).Items.Count, 1, 2);
        await PurgeAsync();

        Assert.Empty((await store.ListAsync(10, null)).Items);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task Days_that_do_not_agree_stay(int differences, int left)
    {
        var day = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        await store.PutProofAsync(new DailyProof { Day = day, DifferenceCount = differences });
        Time.Advance(TimeSpan.FromDays(100));

        await PurgeAsync();

        Assert.Equal(left, (await store.ProofsAsync(day, day)).Count);
    }

    private Task PurgeAsync() => store.PurgeAsync(Time.GetUtcNow().AddDays(-93), new PurgeBudget(Time, TimeSpan.FromMinutes(1)));

    private Payout Payout(string id) => new() { Id = id, Currency = "GBP", ArrivesAt = Time.GetUtcNow() };

    private PayoutLine Line(int n) => new() { Id = $"txn_{n}", Currency = "GBP", At = Time.GetUtcNow() };
}
