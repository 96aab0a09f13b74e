using System.Globalization;

namespace Isthmus.Core.Reconciliation;

/// <summary>Lines of comma-separated values by RFC 4180 that no spreadsheet takes for formulas.</summary>
public static class CsvText
{
    /// <summary>Ends a line.</summary>
    public const string LineEnd = "\r\n";

    /// <summary>One line. Numbers are written as they are; a text that a spreadsheet would compute gets a quote before it.</summary>
    public static string Line(params IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + LineEnd;

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        string text => Quoted(Harmless(text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Harmless(cell.ToString() ?? "")),
    };

    private static string Harmless(string text) => text.Length > 0 && "=+-@\t\r\n".Contains(text[0]) ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? "\"" + text.Replace("\"", "\"\"") + "\"" : text;
}
