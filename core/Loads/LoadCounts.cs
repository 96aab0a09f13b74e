namespace Isthmus.Core.Loads;

/// <summary>What became of the records that a load read: each is counted once.</summary>
/// <param name="Read">How many came.</param>
/// <param name="Written">How many were created or changed.</param>
/// <param name="Unchanged">How many were there as they are.</param>
/// <param name="Skipped">How many a rule leaves out.</param>
/// <param name="Failed">How many could not be carried; each has a dead letter.</param>
public sealed record LoadCounts(long Read, long Written, long Unchanged, long Skipped, long Failed)
{
    /// <summary>A load that read nothing yet.</summary>
    public static LoadCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>True when every record that was read is settled in exactly one way.</summary>
    public bool Balanced => Read == Written + Unchanged + Skipped + Failed;

    /// <summary>The counts of records that are all settled.</summary>
    public static LoadCounts Of(IReadOnlyCollection<LoadOutcome> outcomes)
    {
        long In(LoadOutcome wanted) => outcomes.Count(outcome => outcome == wanted);
        return new(
            outcomes.Count, In(LoadOutcome.Written), In(LoadOutcome.Unchanged), In(LoadOutcome.Skipped), In(LoadOutcome.Failed));
    }

    /// <summary>Both together.</summary>
    public static LoadCounts operator +(LoadCounts left, LoadCounts right) => new(
        left.Read + right.Read, left.Written + right.Written, left.Unchanged + right.Unchanged, left.Skipped + right.Skipped,
        left.Failed + right.Failed);

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        string.Create(Words, $"{Read:N0} read: {Written:N0} written, {Unchanged:N0} unchanged, {Skipped:N0} skipped, {Failed:N0} failed");

    private static System.Globalization.CultureInfo Words => System.Globalization.CultureInfo.InvariantCulture;
}
