namespace Isthmus.Core.Audit;

/// <summary>A place where a month's chain is broken.</summary>
/// <param name="Sequence">The number of the entry.</param>
/// <param name="Kind">changed, removed, reordered or unlinked.</param>
/// <param name="Message">What it means.</param>
public sealed record AuditBreak(long Sequence, string Kind, string Message);

/// <summary>What came of verifying a month's chain.</summary>
/// <param name="Month">yyyyMM.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Head">The hash of the newest entry; noted elsewhere, it proves later that nothing before it was touched.</param>
/// <param name="Breaks">Where the chain is broken, newest first, at most 100.</param>
public sealed record AuditVerdict(string Month, long Entries, string? Head, IReadOnlyList<AuditBreak> Breaks)
{
    /// <summary>The number of the first entry that is kept: 1, or more where older ones are past their retention.</summary>
    public long From { get; init; } = 1;

    /// <summary>True when the chain is whole, from there on.</summary>
    public bool Ok => Breaks.Count == 0;
}
