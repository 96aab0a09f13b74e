using Isthmus.Embedded.Durable.Records;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>
/// The activities that wait for a worker. Those of the execution that began first come first: what was begun is ended before more
/// is begun, so that a flood of events costs little memory. Every eighth is the one that has waited longest, so that nothing
/// waits for ever behind an older execution that never rests.
/// </summary>
/// <param name="room">How many may wait before there is no room for more.</param>
internal sealed class ActivityBacklog(int room)
{
    private const int TurnOfTheLongestWaiting = 8;

    private readonly Lock gate = new();
    private readonly PriorityQueue<Entry, (long Execution, long Arrival)> byExecution = new();
    private readonly Queue<Entry> byArrival = new();
    private TaskCompletionSource? roomy;
    private long arrivals;
    private long takes;
    private int waiting;

    public void Add(ActivityRow activity)
    {
        lock (gate)
        {
            var entry = new Entry(activity);
            byExecution.Enqueue(entry, (activity.Execution, arrivals++));
            byArrival.Enqueue(entry);
            waiting++;
        }
    }

    /// <summary>The next activity; null where none waits.</summary>
    public ActivityRow? Take()
    {
        lock (gate)
        {
            if (waiting == 0) return null;
            var longest = ++takes % TurnOfTheLongestWaiting == 0;
            Entry entry;
            do entry = longest ? byArrival.Dequeue() : byExecution.Dequeue();
            while (entry.Taken);
            entry.Taken = true;
            while (byArrival.TryPeek(out var first) && first.Taken) byArrival.Dequeue();
            if (--waiting <= room && roomy is not null)
            {
                roomy.SetResult();
                roomy = null;
            }
            return entry.Activity;
        }
    }

    /// <summary>Completes when there is room for more.</summary>
    public Task WhenRoomAsync()
    {
        lock (gate)
            return waiting <= room
                ? Task.CompletedTask : (roomy ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    private sealed class Entry(ActivityRow activity)
    {
        public ActivityRow Activity => activity;

        public bool Taken { get; set; }
    }
}
