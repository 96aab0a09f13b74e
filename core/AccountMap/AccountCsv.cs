using Isthmus.Core.Reconciliation;

namespace Isthmus.Core.AccountMap;

/// <summary>A line of a file that cannot be a row.</summary>
/// <param name="Line">Its number; the heading is 1.</param>
/// <param name="Message">What is wrong, and the cure.</param>
public sealed record AccountCsvProblem(int Line, string Message);

/// <summary>The mapping table as a file for spreadsheets.</summary>
public static class AccountCsv
{
    private static readonly string[] Columns = ["kind", "account", "code", "account name", "books name", "authority", "note"];

    /// <summary>The heading.</summary>
    public static string Heading { get; } = CsvText.Line(Columns);

    /// <summary>A row as a line.</summary>
    public static string Line(AccountRow row) => CsvText.Line(
        Word(row.Kind), row.AccountId, row.Code, row.AccountName, row.BooksName,
        string.Join(';', row.Authority.Select(field => $"{field.Key}={Word(field.Value)}")), row.Note);

    /// <summary>
    /// The rows of a file, and every line that is none. What a spreadsheet was kept from computing is read as it was.
    /// </summary>
    public static (IReadOnlyList<AccountRow> Rows, IReadOnlyList<AccountCsvProblem> Problems) Read(string text)
    {
        var (rows, problems) = (new List<AccountRow>(), new List<AccountCsvProblem>());
        var lines = CsvCells.Read(text);
        if (lines.Count == 0 || !lines[0].Cells.Select(cell => cell.Trim().ToLowerInvariant()).SequenceEqual(Columns))
            return (rows, [new(1, $"The heading is not '{string.Join(',', Columns)}'. Export the table to see one.")]);
        foreach (var (number, cells) in lines.Skip(1))
        {
            if (cells is [""]) continue;
            if (AccountRowText.Read([.. cells.Select(Unquoted)], out var row) is { } problem) problems.Add(new(number, problem));
            else rows.Add(row!);
        }
        return (rows, problems);
    }

    private static string Unquoted(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
