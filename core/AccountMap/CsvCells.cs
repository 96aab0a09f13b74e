using System.Text;

namespace Isthmus.Core.AccountMap;

/// <summary>
/// The cells of a file of comma-separated values by RFC 4180, with the number of the line that each row begins on.
/// </summary>
internal static class CsvCells
{
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        var (cells, cell, quoted, line, begins) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var at = text.StartsWith('\uFEFF') ? 1 : 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n') line++;
            if (quoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else if (letter == '"') quoted = !quoted;
            else if (quoted) cell.Append(letter);
            else if (letter == ',') EndCell();
            else if (letter == '\n') EndRow();
            else if (letter != '\r') cell.Append(letter);
        }
        if (cell.Length > 0 || cells.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add((begins, cells));
            (cells, begins) = ([], line);
        }
    }
}
