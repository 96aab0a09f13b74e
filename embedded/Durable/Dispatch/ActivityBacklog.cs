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
    private readonly SortedSet<(long Execution, long Arrival)> byExecution = [];
    private readonly SortedDictionary<long, ActivityRow> byArrival = [];
    private TaskCompletionSource? roomy;
    private long arrivals;
    private long takes;

    public void Add(ActivityRow activity)
    {
        lock (gate)
        {
            byExecution.Add((activity.Execution, arrivals));
            byArrival.Add(arrivals++, activity);
        }
    }

    /// <summary>The next activity; null where none waits.</summary>
    public ActivityRow? Take()
    {
        lock (gate)
        {
            if (byArrival.Count == 0) return null;
            var arrival = ++takes % TurnOfTheLongestWaiting == 0 ? byArrival.First().Key : byExecution.Min.Arrival;
            var activity = byArrival[arrival];
            byArrival.Remove(arrival);
            byExecution.Remove((activity.Execution, arrival));
            if (byArrival.Count <= room && roomy is not null)
            {
                roomy.SetResult();
                roomy = null;
            }
            return activity;
        }
    }

    /// <summary>Completes when there is room for more.</summary>
    public Task WhenRoomAsync()
    {
        lock (gate)
            return byArrival.Count <= room
                ? Task.CompletedTask : (roomy ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
