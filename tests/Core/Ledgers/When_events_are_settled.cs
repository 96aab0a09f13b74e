using Isthmus.Core.Inbox;

namespace Isthmus.Core.Tests.Ledgers;

public sealed class When_events_are_settled : LedgerTest
{
    private static readonly InboxEvent Event = new(
        "stripe", "evt_1", "charge.succeeded", new EventBody("{}"u8.ToArray(), null),
        new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), "webhook");

    private EventInbox Inbox => new(Tables);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_process_that_dies_meanwhile_leaves_an_event_that_waits_or_one_that_is_settled(int writes)
    {
        await Inbox.AddAsync(Event);
        DieAfter(writes);
        await Inbox.SettleAsync(Event, InboxState.Routed, "o2c-pi_1").ContinueWith(_ => { }, TaskScheduler.Default);
        Revive();

        var waits = await WaitingAsync() > 0;
        Assert.Equal(waits ? InboxState.Received : InboxState.Routed, (await Inbox.FindAsync("stripe", "evt_1"))!.State);
    }

    [Fact]
    public async Task The_last_word_stands_where_it_is_settled_twice()
    {
        await Inbox.AddAsync(Event);
        await Inbox.SettleAsync(Event, InboxState.DeadLettered, "poison");
        await Inbox.SettleAsync(Event, InboxState.Routed, "o2c-pi_1");

        var entry = (await Inbox.FindAsync("stripe", "evt_1"))!;
        Assert.Equal((InboxState.Routed, "o2c-pi_1"), (entry.State, entry.Outcome));
        Assert.Equal(0, await WaitingAsync());
    }

    private async Task<int> WaitingAsync()
    {
        var count = 0;
        await foreach (var _ in Inbox.WaitingAsync("stripe", Event.ReceivedAt.AddMinutes(1))) count++;
        return count;
    }
}
