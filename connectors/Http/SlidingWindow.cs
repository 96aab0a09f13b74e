namespace Isthmus.Connectors.Http;

/// <summary>
/// A bucket of tokens, each of which comes back one window after it was taken, so that no stretch of time as long as the
/// window ever holds more calls than the limit, wherever the vendor's own window begins.
/// </summary>
internal sealed class SlidingWindow(int limit, TimeSpan window)
{
    private readonly DateTimeOffset[] taken = new DateTimeOffset[limit];
    private int oldest;

    /// <summary>When the next token can be had; may lie in the past.</summary>
    public DateTimeOffset Next => taken[oldest] == default ? default : taken[oldest] + window;

    /// <summary>Takes a token for a moment that is not before <see cref="Next"/> nor before any taken earlier.</summary>
    public void Take(DateTimeOffset at)
    {
        taken[oldest] = at;
        oldest = (oldest + 1) % limit;
    }
}
