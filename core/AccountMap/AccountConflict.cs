namespace Isthmus.Core.AccountMap;

/// <summary>What is wrong with a row of the mapping table.</summary>
/// <param name="Code">A word for programs: <c>account-twice</c>, <c>code-twice</c>, <c>names-differ</c>, <c>code-missing</c>,
/// <c>account-missing</c>, <c>not-in-line</c>.</param>
/// <param name="Row">The row.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What a person can do about it.</param>
public sealed record AccountConflict(string Code, AccountRow Row, string Message, string Cure);
