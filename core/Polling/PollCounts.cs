namespace Isthmus.Core.Polling;

/// <summary>What became of the records that a poll read: each of them is counted once.</summary>
/// <param name="Read">How many came.</param>
/// <param name="Taken">How many had changed and are on their way.</param>
/// <param name="Unchanged">How many are as they were known.</param>
/// <param name="Skipped">How many a rule leaves out.</param>
public sealed record PollCounts(int Read, int Taken, int Unchanged, int Skipped)
{
    /// <summary>A poll that read nothing.</summary>
    public static PollCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static PollCounts operator +(PollCounts left, PollCounts right) => new(
        left.Read + right.Read, left.Taken + right.Taken, left.Unchanged + right.Unchanged, left.Skipped + right.Skipped);
}
