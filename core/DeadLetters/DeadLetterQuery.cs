using Isthmus.Core.Failures;

namespace Isthmus.Core.DeadLetters;

/// <summary>Which entries are wanted; null fits everything.</summary>
public sealed record DeadLetterQuery
{
    /// <summary>True for those that are closed, false for those that are open.</summary>
    public bool Closed { get; init; }
    /// <summary>The failure's class.</summary>
    public FailureClass? Class { get; init; }
    /// <summary>The connection it happened on.</summary>
    public string? Connection { get; init; }
    /// <summary>Who looks after it.</summary>
    public string? Owner { get; init; }
    /// <summary>The flow.</summary>
    public string? Flow { get; init; }
    /// <summary>The cause, as groups show it.</summary>
    public string? Cause { get; init; }
    /// <summary>A text that the key, the run, the step, the code, the message or the owner holds, whatever its case.</summary>
    public string? Text { get; init; }

    /// <summary>What a table cannot be asked for.</summary>
    internal bool Finds(DeadLetter letter) => Text is not { } text
        || new[] { letter.Key, letter.RunId, letter.Step, letter.Failure.Code, letter.Failure.Message, letter.Owner }
            .Any(value => value.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Open entries that have one cause.</summary>
/// <param name="Cause">Connection, step and code.</param>
/// <param name="Class">The failure's class.</param>
/// <param name="Count">How many there are.</param>
/// <param name="FirstAt">The oldest.</param>
/// <param name="LastAt">The newest.</param>
/// <param name="Example">The run id of one of them.</param>
/// <param name="Message">What went wrong with that one.</param>
/// <param name="Cure">What can be done about it.</param>
/// <param name="Owners">How many of them each owner looks after.</param>
public sealed record DeadLetterGroup(
    string Cause, FailureClass Class, int Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, string Example, string Message, string Cure,
    IReadOnlyDictionary<string, int> Owners)
{
    /// <summary>The entries of one cause as a group.</summary>
    internal static DeadLetterGroup Of(string cause, IReadOnlyList<DeadLetter> letters) => new(
        cause, letters[0].Failure.Class, letters.Count, letters.Min(l => l.FirstAt), letters.Max(l => l.LastAt), letters[0].RunId,
        letters[0].Failure.Message, letters[0].Failure.Cure,
        letters.GroupBy(l => l.Owner).OrderBy(o => o.Key, StringComparer.Ordinal).ToDictionary(o => o.Key, o => o.Count()));
}
