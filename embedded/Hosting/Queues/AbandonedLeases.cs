using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>
/// Messages that a process had in hand when it died. One process at a time has the store, so at its start nobody holds any of the
/// listeners' leases: those messages are delivered at once and not only when the leases end.
/// </summary>
internal static class AbandonedLeases
{
    public static Task ReleaseAsync(EmbeddedStore store, string queue, CancellationToken cancellation)
    {
        var now = store.Time.GetUtcNow().UtcTicks;
        return store.WriteAsync(session => session.Execute(
            """
            UPDATE azure_messages SET visible = $2
            WHERE queue = (SELECT id FROM azure_queues WHERE name = $1) AND visible > $2 AND visible <= $3 AND dequeued > 0
            """, queue, now, now + Lease.Length.Ticks), cancellation);
    }
}
