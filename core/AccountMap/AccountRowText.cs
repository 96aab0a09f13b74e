namespace Isthmus.Core.AccountMap;

/// <summary>Reads a row that a person wrote.</summary>
public static class AccountRowText
{
    private const int LongestText = 255;
    private const int Cells = 7;

    /// <summary>What keeps it from being a row, with the cure; null where it is one.</summary>
    public static string? Problem(AccountRow row) => row switch
    {
        _ when row.AccountId.Length is 0 or > 20 || !row.AccountId.All(char.IsAsciiDigit) =>
            "The account is not an id of the CRM: give its digits.",
        _ when row.Code.Length is 0 or > AccountRow.LongestCode =>
            $"The code is not one: give 1 to {AccountRow.LongestCode} characters.",
        _ when row.Code.Any(char.IsControl) => "The code holds a control character: remove it.",
        _ when new[] { row.AccountName, row.BooksName, row.Note }.Any(text => text?.Length > LongestText) =>
            $"A text is longer than {LongestText} characters: shorten it.",
        _ => null,
    };

    /// <summary>Reads the cells of a line.</summary>
    /// <param name="cells">Kind, account, code, account name, books name, authority, note.</param>
    /// <param name="row">The row.</param>
    /// <returns>What is wrong, with the cure; null where the row can be used.</returns>
    public static string? Read(IReadOnlyList<string> cells, out AccountRow? row)
    {
        row = null;
        if (cells.Count != Cells) return $"The line has {cells.Count} cells: give {Cells}.";
        if (!TryWord<AccountKind>(cells[0], out var kind)) return $"'{cells[0]}' is no kind: give customer or vendor.";
        if (Authority(cells[5], out var authority) is { } wrong) return wrong;
        row = new AccountRow(kind, cells[1].Trim(), AccountRow.CodeOf(cells[2]))
        {
            AccountName = Text(cells[3]), BooksName = Text(cells[4]), Authority = authority, Note = Text(cells[6]),
        };
        return Problem(row);
    }

    private static string? Authority(string cell, out Dictionary<string, AccountSide> authority)
    {
        authority = new Dictionary<string, AccountSide>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } field, var word]
                || !TryWord<AccountSide>(word, out var side))
                return $"'{part}' says not whose value counts: give fields such as name=crm;address=books.";
            authority[field] = side;
        }
        return null;
    }

    private static bool TryWord<T>(string text, out T value) where T : struct, Enum =>
        Enum.TryParse(text.Trim(), ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text.Trim()[0]);

    private static string? Text(string cell) => cell.Trim() is { Length: > 0 } text ? text : null;
}
