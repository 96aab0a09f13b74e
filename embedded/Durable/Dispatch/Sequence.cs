namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Numbers that only grow, for executions and for inboxes.</summary>
internal sealed class Sequence
{
    private long last;

    public void StartAfter(long used) => last = Math.Max(last, used);

    public long Next() => Interlocked.Increment(ref last);
}
