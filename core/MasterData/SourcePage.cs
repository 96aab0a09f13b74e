namespace Isthmus.Core.MasterData;

/// <summary>What is asked of a source.</summary>
/// <param name="Since">Only what changed at that moment or later; null for everything.</param>
/// <param name="After"><see cref="SourcePage.Next"/> of the page before; null for the first.</param>
/// <param name="Size">How many records at most.</param>
public sealed record SourceQuery(DateTimeOffset? Since, string? After, int Size)
{
    /// <summary>
    /// The beginning of a nightly look, which need not be shown what could not change any more by then, because it was carried before;
    /// null where all of it is wanted. It stays the same over the pages of a look.
    /// </summary>
    public DateTimeOffset? UnsettledAt { get; init; }
}

/// <summary>One page of a source's records.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">Where the next page begins, for the source only to read; null behind the last page.</param>
public sealed record SourcePage(IReadOnlyList<SourceRecord> Records, string? Next);
