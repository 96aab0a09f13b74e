using Isthmus.Core.Failures;

namespace Isthmus.Core.DeadLetters;

/// <summary>A record that could not be carried across: one entry per record, however often it failed.</summary>
public sealed record DeadLetter
{
    /// <summary>The run that failed; the entry's identity.</summary>
    public required string RunId { get; init; }
    /// <summary>The run that failed last: the first one, or one that carried an edited copy.</summary>
    public string? LatestRun { get; init; }
    /// <summary>The flow.</summary>
    public required string Flow { get; init; }
    /// <summary>The business key.</summary>
    public required string Key { get; init; }
    /// <summary>The step that failed.</summary>
    public required string Step { get; init; }
    /// <summary>What went wrong, in words for people.</summary>
    public required Failure Failure { get; init; }
    /// <summary>Who should look at it.</summary>
    public required string Owner { get; init; }
    /// <summary>Reference of the record as it was, or null.</summary>
    public string? Payload { get; init; }
    /// <summary>How often it ended here.</summary>
    public int Occurrences { get; init; } = 1;
    /// <summary>When it ended here first.</summary>
    public DateTimeOffset FirstAt { get; init; }
    /// <summary>When it ended here last.</summary>
    public DateTimeOffset LastAt { get; init; }
    /// <summary>True once the record went through after all.</summary>
    public bool Closed { get; init; }
}
