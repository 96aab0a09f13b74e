using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Queues;

/// <summary>
/// The queues of a store, with the rules of Azure Storage Queues: what <c>QueueClient</c> and the queue trigger's listener both
/// work on. Every method fails with <see cref="Azure.RequestFailedException"/> as the service would.
/// </summary>
internal sealed class QueueStore
{
    private readonly EmbeddedStore store;
    private readonly QueueSignals signals = new();

    private QueueStore(EmbeddedStore store) => this.store = store;

    /// <summary>The queues of a store: always the same object for the same store, so that all who wait on it are woken.</summary>
    public static QueueStore Of(EmbeddedStore store) => store.Part(s => new QueueStore(s));

    /// <summary>False: it was there already, with the same metadata.</summary>
    public Task<bool> CreateAsync(string queue, IDictionary<string, string>? metadata = null,
        CancellationToken cancellation = default)
    {
        QueueRules.CheckName(queue);
        var checkedMetadata = QueueMetadata.Check(metadata);
        return store.WriteAsync(session => new QueueRows(session).Create(queue, checkedMetadata), cancellation);
    }

    /// <summary>False: there was none.</summary>
    public Task<bool> DeleteAsync(string queue, CancellationToken cancellation = default) =>
        store.WriteAsync(session => new QueueRows(session).Delete(queue), cancellation);

    public bool Exists(string queue) => store.Read(session => new QueueRows(session).Find(queue) is not null);

    /// <summary>The names of all queues with their metadata, in order of name.</summary>
    public IReadOnlyList<StoredQueue> List(string prefix) => store.Read(session => new QueueRows(session).List(prefix));

    public StoredQueue Describe(string queue) => store.Read(session => new QueueRows(session).Describe(queue));

    public Task SetMetadataAsync(string queue, IDictionary<string, string>? metadata, CancellationToken cancellation = default)
    {
        var checkedMetadata = QueueMetadata.Check(metadata);
        return store.WriteAsync(session => new QueueRows(session).SetMetadata(queue, checkedMetadata), cancellation);
    }

    /// <summary>Stores a message; it is on disk when this completes, and waiting listeners have been woken.</summary>
    public async Task<StoredMessage> SendAsync(
        string queue, string text, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null,
            CancellationToken cancellation = default)
    {
        var hidden = visibilityTimeout ?? TimeSpan.Zero;
        QueueRules.CheckSend(text, hidden, timeToLive);
        var sent = await store.WriteAsync(session => new MessageRows(session, store.Time).Send(queue, text, hidden, timeToLive),
            cancellation);
        signals.Raise(queue);
        return sent;
    }

    /// <summary>
    /// Takes up to <paramref name="max"/> (1 to 32) visible messages and hides them for <paramref name="visibilityTimeout"/>.
    /// </summary>
    public Task<List<StoredMessage>> ReceiveAsync(
        string queue, int max, TimeSpan visibilityTimeout, CancellationToken cancellation = default)
    {
        QueueRules.CheckReceive(max, visibilityTimeout);
        return store.WriteAsync(session => new MessageRows(session, store.Time).Receive(queue, max, visibilityTimeout),
            cancellation);
    }

    public List<StoredMessage> Peek(string queue, int max)
    {
        QueueRules.CheckCount(max);
        return store.Read(session => new MessageRows(session, store.Time).Peek(queue, max));
    }

    /// <summary>
    /// Hides a received message anew from now on, and replaces its text where one is given. The old pop receipt is void.
    /// </summary>
    public async Task<StoredMessage> UpdateAsync(
        string queue, string messageId, string popReceipt, string? text, TimeSpan visibilityTimeout,
            CancellationToken cancellation = default)
    {
        QueueRules.CheckUpdate(text, visibilityTimeout);
        var updated = await store.WriteAsync(
            session => new MessageRows(session, store.Time).Update(queue, messageId, popReceipt, text, visibilityTimeout),
            cancellation);
        signals.Raise(queue);
        return updated;
    }

    public Task DeleteMessageAsync(string queue, string messageId, string popReceipt, CancellationToken cancellation = default) =>
        store.WriteAsync(session => new MessageRows(session, store.Time).Delete(queue, messageId, popReceipt), cancellation);

    /// <summary>
    /// Sends a received message's text to another queue, made when missing, and deletes it here, both or neither: how a message
    /// that failed too often becomes a poison message. The new one never expires.
    /// </summary>
    public async Task MoveAsync(string queue, string messageId, string popReceipt, string target,
        CancellationToken cancellation = default)
    {
        QueueRules.CheckName(target);
        await store.WriteAsync(
            session => new MessageRows(session, store.Time).Move(queue, messageId, popReceipt, target), cancellation);
        signals.Raise(target);
    }

    public Task ClearAsync(string queue, CancellationToken cancellation = default) =>
        store.WriteAsync(session => new MessageRows(session, store.Time).Clear(queue), cancellation);

    /// <summary>When the next message can be received: a time in the past is now; null for an empty or missing queue.</summary>
    public DateTimeOffset? NextVisible(string queue) =>
        store.Read(session => new MessageRows(session, store.Time).NextVisible(queue));

    /// <summary>
    /// Completes as soon as a message can be received: at once, when one is sent, or when a hidden one becomes visible.
    /// </summary>
    public async Task WaitAsync(string queue, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var changed = signals.Next(queue);
            var due = NextVisible(queue);
            if (due is null) await changed.WaitAsync(cancellation);
            else if (await IsVisibleAsync(due.Value, changed, cancellation)) return;
        }
    }

    private async Task<bool> IsVisibleAsync(DateTimeOffset due, Task changed, CancellationToken cancellation)
    {
        var left = due - store.Time.GetUtcNow();
        if (left <= TimeSpan.Zero) return true;
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delay = Task.Delay(left, store.Time, given.Token);
        // The clock of a test may have moved between the look at it and the start of the delay.
        if (store.Time.GetUtcNow() < due) await Task.WhenAny(changed, delay);
        await given.CancelAsync();
        return store.Time.GetUtcNow() >= due;
    }
}
