using Azure;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>Keeps a received message hidden as long as it is worked on.</summary>
internal sealed class Lease : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource ended = new();
    private readonly QueueStore queues;
    private readonly string queue;
    private readonly TimeProvider time;
    private readonly Task renewing;

    public Lease(QueueStore queues, string queue, StoredMessage message, TimeProvider time)
    {
        (this.queues, this.queue, this.time) = (queues, queue, time);
        PopReceipt = message.PopReceipt;
        renewing = RenewAsync(message.Id);
    }

    /// <summary>The receipt of the last renewal. Read it after <see cref="DisposeAsync"/>.</summary>
    public string PopReceipt { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        ended.Dispose();
    }

    private async Task RenewAsync(string messageId)
    {
        while (true)
        {
            await Task.Delay(RenewEvery, time, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested) return;
            try
            {
                PopReceipt = (await queues.UpdateAsync(queue, messageId, PopReceipt, null, Length)).PopReceipt;
            }
            catch (RequestFailedException)
            {
                return;
            }
            catch (Exception failure) when (failure is StoreUnavailableException or ObjectDisposedException)
            {
                // The next renewal comes while the lease still runs; if none succeeds the message is delivered again.
            }
        }
    }
}
