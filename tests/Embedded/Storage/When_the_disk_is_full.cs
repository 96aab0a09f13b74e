using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

/// <summary>SQLite's own limit on the size of its file stands for the end of the disk: the failure is the same.</summary>
public sealed class When_the_disk_is_full : IAsyncLifetime
{
    private static readonly string Large = new('x', 60_000);

    private readonly TemporaryFolder folder = new();
    private EmbeddedStore store = null!;

    private QueueStore Queues => QueueStore.Of(store);

    public async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(folder.Path);
        await Queues.CreateAsync("orders");
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private Task<object?> LimitAsync(int pages) => store.WriteAsync(session => session.Scalar($"PRAGMA max_page_count={pages}"));

    private async Task<int> FillAsync()
    {
        for (var sent = 0; ; sent++)
        {
            try { await Queues.SendAsync("orders", Large); }
            catch (StoreUnavailableException) { return sent; }
        }
    }

    [Fact]
    public async Task A_write_is_refused_with_a_cure_and_nothing_of_it_is_stored()
    {
        await LimitAsync(100);
        var sent = await FillAsync();
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Queues.SendAsync("orders", Large));
        Assert.Contains("full", refused.Message);
        Assert.Contains(folder.Path, refused.Message);
        Assert.Equal(sent, Queues.Describe("orders").Messages);
        Assert.Equal(sent, Count());
    }

    [Fact]
    public async Task Work_goes_on_when_there_is_room_again()
    {
        await LimitAsync(100);
        var sent = await FillAsync();
        await LimitAsync(1_000_000);
        await Queues.SendAsync("orders", Large);
        Assert.Equal(sent + 1, Count());
    }

    [Fact]
    public async Task What_was_there_can_still_be_read_and_taken_away()
    {
        await LimitAsync(100);
        var sent = await FillAsync();
        var message = Assert.Single(await Queues.ReceiveAsync("orders", 1, TimeSpan.FromMinutes(1)));
        await Queues.DeleteMessageAsync("orders", message.Id, message.PopReceipt);
        Assert.Equal(sent - 1, Count());
    }

    private long Count() => store.Read(session => (long)session.Scalar("SELECT count(*) FROM azure_messages")!);
}
