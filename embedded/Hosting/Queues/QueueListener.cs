using Azure;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Invocation;
using Isthmus.Embedded.Hosting.Settings;
using Isthmus.Embedded.Queues;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>
/// Takes the messages of one queue the moment they can be received, a batch at a time, while there is room for what they begin.
/// </summary>
internal sealed partial class QueueListener(
    FunctionEntry entry, string queue, QueueStore queues, QueueSettings settings, FunctionInvoker invoker, Func<Task> whenRoom,
    TimeProvider time, ILogger log)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly BatchGate gate = new(settings.NewBatchThreshold ?? settings.BatchSize / 2);
    private readonly MessageWork work = new(entry, queue, queues, settings, invoker, time, log);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource cancelled = new();
    private Task listening = Task.CompletedTask;

    public string Queue => queue;

    public void Start() => listening = Task.Run(ListenAsync);

    /// <summary>Takes nothing more, and gives the running calls until <paramref name="limit"/> before it cancels them.</summary>
    public async Task StopAsync(CancellationToken limit)
    {
        await stopping.CancelAsync();
        await listening;
        await gate.WaitIdleAsync().WaitAsync(limit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await cancelled.CancelAsync();
        await gate.WaitIdleAsync().WaitAsync(TimeSpan.FromSeconds(2), TimeProvider.System, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Cancels everything at once.</summary>
    public async Task DropAsync()
    {
        await cancelled.CancelAsync();
        await stopping.CancelAsync();
        await listening;
    }

    private async Task ListenAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await gate.WaitOpenAsync().WaitAsync(stopping.Token);
                await queues.WaitAsync(queue, stopping.Token);
                await whenRoom().WaitAsync(stopping.Token);
                foreach (var message in await queues.ReceiveAsync(queue, settings.BatchSize, Lease.Length)) Begin(message);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested) { return; }
            catch (RequestFailedException failure) when (failure.Status == 404) { /* deleted between the wake-up and the look */ }
            catch (Exception failure)
            {
                LogPause(log, failure, queue);
                await Task.Delay(PauseAfterFailure, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Begin(StoredMessage message)
    {
        gate.Enter();
        _ = Task.Run(async () =>
        {
            try { await work.RunAsync(message, cancelled.Token); }
            finally { gate.Leave(); }
        });
    }

    [LoggerMessage(25, LogLevel.Error, "Queue '{Queue}' could not be read; trying again.")]
    private static partial void LogPause(ILogger logger, Exception failure, string queue);
}
