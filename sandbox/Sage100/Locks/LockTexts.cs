namespace Isthmus.Sandbox.Sage100.Locks;

/// <summary>
/// Ways in which Sage might say that somebody holds a record. The true wording is not public, so there are
/// several.
/// </summary>
internal static class LockTexts
{
    public static readonly IReadOnlyList<string> All =
    [
        "The record is in use by another user.",
        "{0} {1} is being used by MWEBB on workstation FRONTDESK2.",
        "Record {1} of {0} is locked by user MWEBB.",
        "{0} is busy. Try again later."
    ];

    /// <summary>The wording of the given number, counted from 0 and around.</summary>
    public static string Text(int wording, string table, string key) =>
        string.Format(All[Math.Abs(wording) % All.Count], table, key);
}
