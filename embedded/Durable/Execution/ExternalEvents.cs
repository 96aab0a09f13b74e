using Microsoft.DurableTask;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>
/// Events that wait for a receiver, and receivers that wait for an event. As in the real worker, the latest receiver of a
/// name gets the next event, also where it has been cancelled, and names are compared without regard to case.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Stack<IReceiver>> receivers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<string?>> early = new(StringComparer.OrdinalIgnoreCase);

    public bool HasReceivers => receivers.Values.Any(waiting => waiting.Any(receiver => !receiver.IsDone));

    public Task<T> Wait<T>(string name, OrchestratorThread thread, CancellationToken cancellation)
    {
        var receiver = new Receiver<T>();
        if (!receivers.TryGetValue(name, out var waiting)) receivers.Add(name, waiting = new());
        if (waiting.TryPeek(out var other) && other.Type != typeof(T))
        {
            throw new ArgumentException(
                $"Events with the same name must have the same type argument. Expected {other.Type} but was requested {typeof(T)}.");
        }
        waiting.Push(receiver);
        if (early.TryGetValue(name, out var queue))
        {
            var payload = queue.Dequeue();
            if (queue.Count == 0) early.Remove(name);
            TryDeliver(name, payload);
        }
        if (cancellation.CanBeCanceled) cancellation.Register(() => Cancel(receiver, thread, cancellation));
        return receiver.Task;
    }

    /// <summary>Hands an event to the latest receiver; false where there is none.</summary>
    public bool TryDeliver(string name, string? payload)
    {
        if (!receivers.TryGetValue(name, out var waiting)) return false;
        var receiver = waiting.Pop();
        if (waiting.Count == 0) receivers.Remove(name);
        receiver.Receive(converter, payload);
        return true;
    }

    public void Keep(string name, string? payload)
    {
        if (!early.TryGetValue(name, out var queue)) early.Add(name, queue = new());
        queue.Enqueue(payload);
    }

    public IEnumerable<(string Name, string? Payload)> TakeKept()
    {
        var kept = early.SelectMany(named => named.Value.Select(payload => (named.Key, payload))).ToList();
        early.Clear();
        return kept;
    }

    private static void Cancel<T>(Receiver<T> receiver, OrchestratorThread thread, CancellationToken cancellation)
    {
        if (thread.IsCurrent) receiver.TrySetCanceled(cancellation);
        else if (!receiver.IsDone) thread.ReportForeign();
    }

    private interface IReceiver
    {
        Type Type { get; }

        bool IsDone { get; }

        void Receive(DataConverter converter, string? payload);
    }

    private sealed class Receiver<T> : TaskCompletionSource<T>, IReceiver
    {
        public Type Type => typeof(T);

        public bool IsDone => Task.IsCompleted;

        public void Receive(DataConverter converter, string? payload)
        {
            try { TrySetResult(converter.Deserialize<T>(payload)!); }
            catch (Exception failure) { TrySetException(failure); }
        }
    }
}
