using Isthmus.Core.Checkpoints;

namespace Isthmus.Core.Polling;

/// <summary>
/// Reads a feed page by page. The checkpoint moves to the moment before the reading began, and only after the last page is taken.
/// </summary>
public sealed class Poller(CheckpointStore checkpoints, TimeProvider time)
{
    private const int PageSize = 500;

    /// <summary>Reads what changed since the checkpoint; at the first time everything, or as far back as the feed says.</summary>
    /// <param name="feed">What to read.</param>
    /// <param name="full">Reads everything, whatever the stamps say.</param>
    /// <param name="cancellation">Ends the reading; the checkpoint stays.</param>
    public async Task<PollCounts> PollAsync(Feed feed, bool full, CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var since = full ? null : await checkpoints.GetAsync(feed.Connection, feed.Name, cancellation) ?? started - feed.FirstLook;
        var counts = PollCounts.None;
        await foreach (var page in feed.Read(since - feed.Overlap, cancellation).Chunk(PageSize).WithCancellation(cancellation))
            counts += await feed.TakeAsync(page, cancellation);
        await checkpoints.SetAsync(feed.Connection, feed.Name, started, cancellation);
        return counts;
    }
}
