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
    public DateTimeOffset Next => After(0);

    /// <summary>When a token can be had by one that so many others are ahead of; may lie in the past.</summary>
    public DateTimeOffset After(int ahead)
    {
        var last = taken[(oldest + ahead) % limit];
        var rounds = ahead / limit;
        return last == default && rounds == 0 ? default : (last == default ? taken[(oldest + limit - 1) % limit] : last) + (window * (rounds + 1));
    }

    /// <summary>Takes a token for a moment that is not before <see cref="Next"/> nor before any taken earlier.</summary>
    public void Take(DateTimeOffset at)
    {
        taken[oldest] = at;
        oldest = (oldest + 1) % limit;
    }

    /// <summary>Moves a token that was taken so many tokens ago back to an earlier moment.</summary>
    public void Correct(int ago, DateTimeOffset at)
    {
        if (ago > limit) return;
        var place = (oldest + limit - ago) % limit;
        if (taken[place] > at) taken[place] = at;
    }
}
