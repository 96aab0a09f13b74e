using Isthmus.Core.AccountMap;

namespace Isthmus.Functions.AccountMap;

/// <summary>A conflict as people see it.</summary>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What can be done about it.</param>
public sealed record ShownConflict(string Code, string Message, string Cure);

/// <summary>A row of the mapping table as people see it.</summary>
/// <param name="Kind">Customer or vendor.</param>
/// <param name="Account">The CRM's id of the account.</param>
/// <param name="Code">The code in the books.</param>
/// <param name="AccountName">The account's name as it was seen last.</param>
/// <param name="BooksName">The name in the books as it was seen last.</param>
/// <param name="NameCounts">Whose name counts.</param>
/// <param name="Authority">Whose value counts, by field, where the row says so itself.</param>
/// <param name="Note">What a person wrote about it.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="ETag">Give it as If-Match to change or remove this row and no later one.</param>
/// <param name="Conflicts">What is wrong with it.</param>
public sealed record ShownAccountRow(
    AccountKind Kind, string Account, string Code, string? AccountName, string? BooksName, AccountSide NameCounts,
    IReadOnlyDictionary<string, AccountSide> Authority, string? Note, string ChangedBy, DateTimeOffset ChangedAt, string ETag,
    IReadOnlyList<ShownConflict> Conflicts)
{
    internal static ShownAccountRow Of(AccountRow row, AccountSide nameCounts, IEnumerable<AccountConflict> conflicts) => new(
        row.Kind, row.AccountId, row.Code, row.AccountName, row.BooksName, nameCounts, row.Authority, row.Note, row.ChangedBy,
        row.ChangedAt,
        row.Tag.ToString("H"), [.. conflicts.Select(conflict =>
            new ShownConflict(conflict.Code, conflict.Message, conflict.Cure))]);
}
