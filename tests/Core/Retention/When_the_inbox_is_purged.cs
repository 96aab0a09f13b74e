using Isthmus.Core.Inbox;
using Isthmus.Core.Retention;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Retention;

public sealed class When_the_inbox_is_purged : LedgerTest
{
    private EventInbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        inbox = new EventInbox(Tables);
    }

    [Fact]
    public async Task Settled_events_go_and_later_ones_stay()
    {
        for (var n = 0; n < 130; n++) await TakenAsync($"evt_{n}", InboxState.Routed);
        Time.Advance(TimeSpan.FromDays(41));
        await TakenAsync("evt_late", InboxState.Routed);

        Assert.Equal(130, await PurgeAsync());

        Assert.Null(await inbox.FindAsync("stripe", "evt_0"));
        Assert.NotNull(await inbox.FindAsync("stripe", "evt_late"));
        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task An_event_that_nobody_has_looked_at_stays_however_old()
    {
        await TakenAsync("evt_1", null);
        Time.Advance(TimeSpan.FromDays(400));

        Assert.Equal(0, await PurgeAsync());
        Assert.NotNull(await inbox.FindAsync("stripe", "evt_1"));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task An_event_that_could_not_be_routed_stays_until_its_dead_letter_is_closed(bool open, int purged)
    {
        await TakenAsync("evt_1", InboxState.DeadLettered);
        Time.Advance(TimeSpan.FromDays(41));

        Assert.Equal(purged, await PurgeAsync(open));
    }

    private async Task<int> PurgeAsync(bool open = false)
    {
        var budget = new PurgeBudget(Time, TimeSpan.FromMinutes(1));
        await inbox.PurgeAsync("stripe", Time.GetUtcNow().AddDays(-40), _ => Task.FromResult(open), budget);
        return budget.Removed;
    }

    private async Task TakenAsync(string id, InboxState? state)
    {
        var taken = new InboxEvent("stripe", id, "charge.succeeded", new EventBody("{}"u8.ToArray(), null), Time.GetUtcNow(), "webhook");
        await inbox.AddAsync(taken);
        if (state is { } settled) await inbox.SettleAsync(taken, settled, "o2c-pi_1");
    }
}
