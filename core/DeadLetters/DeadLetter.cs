using Isthmus.Core.Failures;

namespace Isthmus.Core.DeadLetters;

/// <summary>What a person wrote about an entry.</summary>
public sealed record DeadLetterNote(DateTimeOffset At, string By, string Text);

/// <summary>A record that could not be carried across: one entry per record, however often it failed.</summary>
public sealed record DeadLetter
{
    /// <summary>No entry holds more notes.</summary>
    public const int MostNotes = 20;

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
    /// <summary>What went wrong, in words for people, and the cure.</summary>
    public required Failure Failure { get; init; }
    /// <summary>Who should look at it.</summary>
    public required string Owner { get; init; }
    /// <summary>Reference of the record as it was, or null.</summary>
    public string? Payload { get; init; }
    /// <summary>What starts the flow again after its reading step, as JSON; null where only its start is possible.</summary>
    public string? Resume { get; init; }
    /// <summary>How often the step was tried in the run that failed last.</summary>
    public int Attempts { get; init; } = 1;
    /// <summary>How often it ended here.</summary>
    public int Occurrences { get; init; } = 1;
    /// <summary>When it ended here first.</summary>
    public DateTimeOffset FirstAt { get; init; }
    /// <summary>When it ended here last.</summary>
    public DateTimeOffset LastAt { get; init; }
    /// <summary>What people wrote about it, oldest first.</summary>
    public IReadOnlyList<DeadLetterNote> Notes { get; init; } = [];
    /// <summary>True when a person gave it to its owner; the rules leave it there then.</summary>
    public bool Assigned { get; init; }
    /// <summary>True once the record went through after all, or a person took care of it.</summary>
    public bool Closed { get; init; }
    /// <summary>Connection, step and code: entries of one cause are likely to have one cure.</summary>
    public string Cause => $"{Failure.Connection}:{Step}:{Failure.Code}";
}
