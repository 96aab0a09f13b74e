namespace Isthmus.Core.Retention;

/// <summary>
/// How long a purge may go on. It works in small batches and asks after each; what it leaves, the next one finds again.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="span">How long.</param>
/// <param name="most">How many records at most.</param>
public sealed class PurgeBudget(TimeProvider time, TimeSpan span, int most = int.MaxValue)
{
    private readonly long began = time.GetTimestamp();

    /// <summary>How many records were removed so far.</summary>
    public int Removed { get; private set; }

    /// <summary>True when the purge should stop.</summary>
    public bool Spent => Removed >= most || time.GetElapsedTime(began) >= span;

    /// <summary>Counts what a batch removed.</summary>
    public void Took(int records) => Removed += records;
}
