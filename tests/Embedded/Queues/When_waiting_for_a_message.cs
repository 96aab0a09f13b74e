using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Queues;

/// <summary>The wake-up of the queue trigger's listener.</summary>
public sealed class When_waiting_for_a_message : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private EmbeddedStore store = null!;

    private QueueStore Queues => QueueStore.Of(store);

    public async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(folder.Path, time);
        await Queues.CreateAsync("orders");
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_message_that_is_there_ends_the_wait_at_once()
    {
        await Queues.SendAsync("orders", "one");
        Assert.True(Queues.WaitAsync("orders", default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_message_that_is_sent_later_ends_the_wait()
    {
        var wait = Queues.WaitAsync("orders", default);
        Assert.False(wait.IsCompleted);
        await Queues.SendAsync("orders", "one");
        await wait;
    }

    [Fact]
    public async Task A_message_of_another_queue_does_not()
    {
        await Queues.CreateAsync("invoices");
        var wait = Queues.WaitAsync("orders", default);
        await Queues.SendAsync("invoices", "one");
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public async Task A_hidden_message_ends_the_wait_when_it_becomes_visible()
    {
        await Queues.SendAsync("orders", "one", visibilityTimeout: TimeSpan.FromSeconds(30));
        var wait = Queues.WaitAsync("orders", default);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(wait.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await wait;
    }

    [Fact]
    public async Task A_message_released_before_its_time_ends_the_wait()
    {
        await Queues.SendAsync("orders", "one");
        var message = Assert.Single(await Queues.ReceiveAsync("orders", 1, Lease));
        var wait = Queues.WaitAsync("orders", default);
        await Queues.UpdateAsync("orders", message.Id, message.PopReceipt, null, TimeSpan.Zero);
        await wait;
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_yet_can_be_waited_on()
    {
        var wait = Queues.WaitAsync("later", default);
        await Queues.CreateAsync("later");
        await Queues.SendAsync("later", "one");
        await wait;
    }

    [Fact]
    public async Task A_wait_can_be_given_up()
    {
        using var given = new CancellationTokenSource();
        var wait = Queues.WaitAsync("orders", given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task A_message_that_failed_too_often_moves_to_another_queue_whole()
    {
        await Queues.SendAsync("orders", "poison");
        var message = Assert.Single(await Queues.ReceiveAsync("orders", 1, Lease));
        await Queues.MoveAsync("orders", message.Id, message.PopReceipt, "orders-poison");
        Assert.Equal(0, Queues.Describe("orders").Messages);
        Assert.Equal("poison", Assert.Single(Queues.Peek("orders-poison", 32)).Text);
    }
}
