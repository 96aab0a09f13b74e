using Isthmus.Core.Polling;

namespace Isthmus.Functions.Polling;

/// <summary>What a round of a poll found and started.</summary>
/// <param name="Counts">What became of the records that it read.</param>
/// <param name="Runs">The runs that carry what changed.</param>
public sealed record PollRound(PollCounts Counts, IReadOnlyList<string> Runs)
{
    /// <summary>For people.</summary>
    public override string ToString() =>
        $"{Counts.Read} read: {Counts.Taken} changed, {Counts.Unchanged} unchanged, {Counts.Skipped} skipped"
        + (Runs.Count > 0 ? $"; {Runs.Count} runs." : ".");
}
