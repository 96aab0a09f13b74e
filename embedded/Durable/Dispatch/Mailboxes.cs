using System.Collections.Concurrent;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>
/// The instances that have messages or are kept in memory. The longest idle ones make room when there are too many.
/// </summary>
internal sealed class Mailboxes(int capacity, Func<Mailbox, Task> run)
{
    private readonly ConcurrentDictionary<string, Mailbox> boxes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly LinkedList<Mailbox> idle = new();
    private readonly Dictionary<Mailbox, LinkedListNode<Mailbox>> places = [];

    public void Post(string instanceId, params IEnumerable<Message> messages)
    {
        bool start;
        Mailbox box;
        do box = boxes.GetOrAdd(instanceId, id => new Mailbox(id));
        while (!box.TryPost(messages, out start));
        if (!start) return;
        Leave(box);
        // Without the caller's execution context: an orchestration outlives the request that woke it.
        ThreadPool.UnsafeQueueUserWorkItem(
            static run => _ = run.Owner.RunAsync(run.Box), (Owner: this, Box: box), preferLocal: false);
    }

    private async Task RunAsync(Mailbox box)
    {
        await run(box);
        Rest(box);
    }

    private void Rest(Mailbox box)
    {
        if (box.Session is null)
        {
            Retire(box);
            return;
        }
        Mailbox? oldest = null;
        lock (gate)
        {
            if (!places.ContainsKey(box)) places.Add(box, idle.AddLast(box));
            if (idle.Count > capacity) oldest = idle.First!.Value;
        }
        if (oldest is not null) Retire(oldest);
    }

    private void Retire(Mailbox box)
    {
        Leave(box);
        if (box.TryRetire()) boxes.TryRemove(new(box.InstanceId, box));
    }

    private void Leave(Mailbox box)
    {
        lock (gate)
        {
            if (places.Remove(box, out var place)) idle.Remove(place);
        }
    }
}
