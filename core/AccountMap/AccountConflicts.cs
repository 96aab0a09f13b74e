namespace Isthmus.Core.AccountMap;

/// <summary>
/// Finds what contradicts itself in the mapping table, and what contradicts the two systems as they were seen last.
/// </summary>
public static class AccountConflicts
{
    /// <summary>Characters of a name in Sage 300. Source: view AR0024, CUSTOMER NAMECUST.</summary>
    private const int LongestName = 60;

    /// <summary>The conflicts, in the order of the rows.</summary>
    /// <param name="rows">Rows of one kind or of several.</param>
    /// <param name="nameCounts">Whose name counts for a row.</param>
    public static IReadOnlyList<AccountConflict> Of(IReadOnlyList<AccountRow> rows, Func<AccountRow, AccountSide> nameCounts)
    {
        var codes = rows.ToLookup(row => (row.Kind, row.AccountId), row => row.Code);
        var accounts = rows.ToLookup(row => (row.Kind, row.Code), row => row.AccountId);
        return [.. rows.SelectMany(row => OfRow(row, codes[(row.Kind, row.AccountId)], accounts[(row.Kind, row.Code)],
            nameCounts(row)))];
    }

    private static IEnumerable<AccountConflict> OfRow(
        AccountRow row, IEnumerable<string> codes, IEnumerable<string> accounts, AccountSide name)
    {
        if (codes.Where(code => code != row.Code).ToList() is { Count: > 0 } others)
            yield return new("account-twice", row, $"The account is {string.Join(" and ", others.Prepend(row.Code))}.",
                "Remove all but the right row.");
        if (accounts.Where(account => account != row.AccountId).ToList() is { Count: > 0 } also)
            yield return new("code-twice", row, $"{row.Code} is {string.Join(" and ", also.Prepend(row.AccountId))}.",
                "Remove all but the right row.");
        if (row.CodeMissing)
            yield return new("code-missing", row, $"The books have no {row.Kind.ToString().ToLowerInvariant()} {row.Code}.",
                "Correct the code, or create it there.");
        if (row.AccountMissing)
            yield return new("account-missing", row, $"The CRM has no account {row.AccountId}.",
                "Correct the account, or remove the row.");
        if (row is { CodeMissing: false, AccountMissing: false } && Differ(row))
            yield return Names(row, name);
        if (row.Problem is { } problem)
            yield return new("not-in-line", row, problem, "Cure it, then look again.");
    }

    /// <summary>
    /// Where one side counts, the other follows at the next look; until then, and where it could not, the names differ.
    /// </summary>
    private static AccountConflict Names(AccountRow row, AccountSide counts) => new(
        "names-differ", row, counts == AccountSide.None
            ? "The names differ, and neither side counts."
            : $"The names differ, and the {(counts == AccountSide.Crm ? "CRM's" : "books'")} has not arrived.",
        counts == AccountSide.None ? "Correct one of them, or say whose name counts."
            : "Look again; if it stays, see what the look says about the row.");

    /// <summary>As far as the books can hold a name.</summary>
    private static bool Differ(AccountRow row) =>
        row is { AccountName: { } account, BooksName: { } books }
            && !string.Equals(Held(account), Held(books), StringComparison.Ordinal);

    private static string Held(string name) =>
        name.Trim() is { Length: > LongestName } whole ? whole[..LongestName].TrimEnd() : name.Trim();
}
