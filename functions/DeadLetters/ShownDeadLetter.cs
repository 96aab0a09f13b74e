using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.DeadLetters;

/// <summary>An action and, where it is not available, why.</summary>
public sealed record OfferedAction(string Name, string? Why)
{
    /// <summary>True when it can be done now.</summary>
    public bool Available => Why is null;
}

/// <summary>An entry as people see it.</summary>
public sealed record ShownDeadLetter(
    string RunId, string? LatestRun, string Flow, string Key, string Step, Failure Failure, string Cause, string Owner, string? Payload,
    int Attempts, int Occurrences, DateTimeOffset FirstAt, DateTimeOffset LastAt, IReadOnlyList<DeadLetterNote> Notes,
    IReadOnlyList<OfferedAction> Actions)
{
    /// <summary>The entry with what can be done about it.</summary>
    public ShownDeadLetter(DeadLetter letter, IReadOnlyList<OfferedAction> actions) : this(
        letter.RunId, letter.LatestRun, letter.Flow, letter.Key, letter.Step, letter.Failure, letter.Cause, letter.Owner, letter.Payload,
        letter.Attempts, letter.Occurrences, letter.FirstAt, letter.LastAt, letter.Notes, actions)
    {
    }
}
