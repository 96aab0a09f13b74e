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
public sealed record DeadLetterGroup(
    string Cause, FailureClass Class, int Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, string Example, string Message, string Cure);
