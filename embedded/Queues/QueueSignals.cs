using System.Collections.Concurrent;

namespace Isthmus.Embedded.Queues;

/// <summary>Wakes those who wait on a queue when a message came or became visible earlier than it was known to.</summary>
internal sealed class QueueSignals
{
    private readonly ConcurrentDictionary<string, Signal> signals = new(StringComparer.Ordinal);

    /// <summary>Completes at the next <see cref="Raise"/>. Take it first, look into the queue next, then await it.</summary>
    public Task Next(string queue) => signals.GetOrAdd(queue, _ => new Signal()).Next();

    public void Raise(string queue)
    {
        if (signals.TryGetValue(queue, out var signal)) signal.Raise();
    }

    private sealed class Signal
    {
        private readonly Lock gate = new();
        private TaskCompletionSource? waiting;

        public Task Next()
        {
            lock (gate) return (waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        public void Raise()
        {
            TaskCompletionSource? woken;
            lock (gate) (woken, waiting) = (waiting, null);
            woken?.SetResult();
        }
    }
}
