using Isthmus.Core.Loads;

namespace Isthmus.Core.MasterData;

/// <summary>How far a flow has come.</summary>
public sealed record FlowState
{
    /// <summary>What changed before this moment is taken; null before the first look was through.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>The look that is under way; null between two looks.</summary>
    public LookPosition? Position { get; init; }
    /// <summary>The look that came to its end last; null before the first.</summary>
    public FinishedLook? Last { get; init; }
    /// <summary>When the last look at everything (or a night's), or load, began that came to its end; null before the first.</summary>
    public DateTimeOffset? Everything { get; init; }
    /// <summary>What the CRM's users changed before this moment is compared; null before the first look was through.</summary>
    public DateTimeOffset? Compared { get; init; }
    /// <summary>Why the flow rests, as it was told last; null while it runs.</summary>
    public string? Notice { get; init; }
}

/// <summary>How far a look has come.</summary>
/// <param name="Since">Only what changed at that moment or later; null for everything.</param>
/// <param name="After">Where the next page begins, for the source only to read; null at the beginning.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Counts">What became of the records that were read.</param>
public sealed record LookPosition(DateTimeOffset? Since, string? After, DateTimeOffset StartedAt, LoadCounts Counts)
{
    /// <summary>True where everything is read, but for what <see cref="Unsettled"/> leaves out.</summary>
    public bool Full => Since is null;

    /// <summary>True where what cannot change any more is left out.</summary>
    public bool Unsettled { get; init; }
}

/// <summary>What came of a look.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Full">True where everything was read; in a night, all that may still change.</param>
/// <param name="Counts">What became of the records that were read.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record FinishedLook(DateTimeOffset At, bool Full, LoadCounts Counts, double Seconds);
