using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.DeadLetters;

/// <summary>An action and, where it is not available, why.</summary>
public sealed record OfferedAction(string Name, string? Why)
{
    /// <summary>True when it can be done now.</summary>
    public bool Available => Why is null;

    /// <summary>All that can be done about an entry.</summary>
    /// <param name="letter">The entry.</param>
    /// <param name="obstacle">Why it cannot be resubmitted now, or null.</param>
    public static IReadOnlyList<OfferedAction> For(DeadLetter letter, string? obstacle)
    {
        var step = obstacle ?? Resubmission.StepObstacle(letter);
        return
        [
            new("resubmit", obstacle), new("resubmit-from-step", step), new("edit", step),
            new("assign", letter.Closed ? "The entry is closed." : null),
            new("note", NoteObstacle(letter)), new("close", obstacle),
        ];
    }

    /// <summary>Why nothing more can be written about it, or null.</summary>
    public static string? NoteObstacle(DeadLetter letter) =>
        letter.Notes.Count < DeadLetter.MostNotes ? null : $"The entry has {DeadLetter.MostNotes} notes, which is all it holds.";
}

/// <summary>An entry as people see it.</summary>
public sealed record ShownDeadLetter(
    string RunId, string? LatestRun, string Flow, string Key, string Step, Failure Failure, string Cause, string Owner, string? Payload,
    int Attempts, int Occurrences, DateTimeOffset FirstAt, DateTimeOffset LastAt, IReadOnlyList<DeadLetterNote> Notes,
    bool Assigned, bool Closed, IReadOnlyList<OfferedAction> Actions)
{
    /// <summary>The entry with what can be done about it.</summary>
    public ShownDeadLetter(DeadLetter letter, IReadOnlyList<OfferedAction> actions) : this(
        letter.RunId, letter.LatestRun, letter.Flow, letter.Key, letter.Step, letter.Failure, letter.Cause, letter.Owner, letter.Payload,
        letter.Attempts, letter.Occurrences, letter.FirstAt, letter.LastAt, letter.Notes,
        letter.Assigned, letter.Closed, actions)
    {
    }
}
