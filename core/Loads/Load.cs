namespace Isthmus.Core.Loads;

/// <summary>Many records of one kind on their way from one system to another, page by page.</summary>
public sealed record Load
{
    /// <summary>Its id, which is its run's id too: <c>load-items-20261121-093000</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What it carries: items, customers.</summary>
    public required string Kind { get; init; }
    /// <summary>True when it only counts what it would change.</summary>
    public bool DryRun { get; init; }
    /// <summary>Where it stands.</summary>
    public LoadState State { get; init; }
    /// <summary>What people want of it.</summary>
    public LoadWish Wish { get; init; }
    /// <summary>Why it rests, or how it ended; null while it is at work.</summary>
    public string? Note { get; init; }
    /// <summary>Who started it.</summary>
    public required string StartedBy { get; init; }
    /// <summary>What became of the records of the pages that are through.</summary>
    public LoadCounts Counts { get; init; } = LoadCounts.None;
    /// <summary>How many records there are, as they were counted at the beginning; null before that.</summary>
    public long? Total { get; init; }
    /// <summary>How many pages are through.</summary>
    public int Pages { get; init; }
    /// <summary>Where the next page begins, for the source only to read; null at the beginning.</summary>
    public string? After { get; init; }
    /// <summary>How long it was at work, without its rests.</summary>
    public TimeSpan Worked { get; init; }
    /// <summary>Failures that a person knew of when the load was let go on.</summary>
    public long Forgiven { get; init; }
    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }
    /// <summary>When it last came further, or was told something.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True while it is under way or can be let go on.</summary>
    public bool Open => State is LoadState.Running or LoadState.Paused;
}
