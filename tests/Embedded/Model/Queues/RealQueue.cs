using Azure;
using Azure.Storage.Queues;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Model.Queues;

/// <summary>A queue of the stand-in, on a folder and a clock of its own, told in the words of the model.</summary>
internal sealed class RealQueue : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(Start);
    private readonly List<(string Id, string Receipt)> held = [];
    private readonly QueueClient queue;
    private EmbeddedStore store;

    private RealQueue()
    {
        store = EmbeddedStore.Open(folder.Path, time);
        queue = new QueueClient($"IsthmusHome={folder.Path}", "orders");
    }

    public LostAnswers Answers { get; } = new();

    public static async Task<RealQueue> CreateAsync()
    {
        var real = new RealQueue();
        await real.queue.CreateAsync();
        real.store.Faults = real.Answers;
        return real;
    }

    public void Pass(int seconds) => time.Advance(TimeSpan.FromSeconds(seconds));

    public Task<string> SendAsync(string text, int hidden, int? life) => ToldAsync(async () =>
    {
        var sent = (await queue.SendMessageAsync(text, Seconds(hidden), life is { } given ? Seconds(given) : null)).Value;
        held.Add((sent.MessageId, sent.PopReceipt));
        return "sent";
    });

    public Task<string> ReceiveAsync(int most, int hidden) => ToldAsync(async () =>
    {
        var received = (await queue.ReceiveMessagesAsync(most, Seconds(hidden))).Value;
        held.AddRange(received.Select(m => (m.MessageId, m.PopReceipt)));
        return string.Join(",", received.Select(m => $"{m.MessageText}#{m.DequeueCount}"));
    });

    public Task<string> PeekAsync(int most) => ToldAsync(async () =>
        string.Join(",", (await queue.PeekMessagesAsync(most)).Value.Select(m => $"{m.MessageText}#{m.DequeueCount}")));

    public Task<string> UpdateAsync(int handle, string? text, int hidden) => ToldAsync(async () =>
    {
        var (id, receipt) = held[handle];
        held.Add((id, (await queue.UpdateMessageAsync(id, receipt, text, Seconds(hidden))).Value.PopReceipt));
        return "updated";
    });

    public Task<string> DeleteAsync(int handle) => ToldAsync(async () =>
    {
        await queue.DeleteMessageAsync(held[handle].Id, held[handle].Receipt);
        return "deleted";
    });

    public Task<string> MoveAsync(int handle) => ToldAsync(async () =>
    {
        await QueueStore.Of(store).MoveAsync("orders", held[handle].Id, held[handle].Receipt, "orders-poison");
        return "moved";
    });

    public Task<string> ClearAsync() => ToldAsync(async () =>
    {
        await queue.ClearMessagesAsync();
        return "cleared";
    });

    public int Count() => queue.GetProperties().Value.ApproximateMessagesCount;

    public string NextVisible() => QueueStore.Of(store).NextVisible("orders") is { } next
        ? $"{(next - Start).TotalSeconds}" : "never";

    public string Poison() => store.Read(session => string.Join(",", session.Query(
        "SELECT body FROM azure_messages m JOIN azure_queues q ON q.id = m.queue WHERE q.name = 'orders-poison' ORDER BY m.id",
        row => row.GetString(0))));

    /// <summary>Opens the folder anew; after a crash nothing that was not on disk is there.</summary>
    public async Task RestartAsync(bool crash)
    {
        if (crash) store.Refuse();
        await store.DisposeAsync();
        store = EmbeddedStore.Open(folder.Path, time);
        store.Faults = Answers;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static async Task<string> ToldAsync(Func<Task<string>> act)
    {
        try { return await act(); }
        catch (RequestFailedException refused) { return $"{refused.Status} {refused.ErrorCode}"; }
        catch (IOException) { return LostAnswers.Lost; }
    }
}
