using System.Globalization;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>What a column makes of a value that is set: the value as stored, or Sage's words of refusal.</summary>
internal static class ColumnRules
{
    public static (object? Stored, string? Refusal) Accept(Column column, object value, Release release) =>
        (column.Type, value) switch
    {
        (ColumnType.Number, decimal number) => Number(column, number),
        (ColumnType.Number, _) => (null, $"{column.Label} must be a number"),
        (_, not string) => (null, $"{column.Label} must be text"),
        (ColumnType.Flag, string text) => Choice(column, text),
        (ColumnType.Date, string text) => Date(column, text),
        (_, string text) => Text(column, text, release)
    };

    /// <summary>What Sage does to a key that is typed in.</summary>
    public static string Format(Column column, string text, Release release) => column.Format switch
    {
        KeyFormat.None => text,
        KeyFormat.ZeroFill when text.Length > 0 && text.All(char.IsAsciiDigit) => text.PadLeft(column.LengthIn(release), '0'),
        _ => text.ToUpperInvariant()
    };

    private static (object?, string?) Number(Column column, decimal number)
    {
        if (decimal.Round(number, column.Decimals) != number) return (null,
            $"{column.Label} has more than {column.Decimals} decimal(s)");
        return Math.Abs(number) >= 10_000_000_000m ? (null, $"{column.Label} is out of range") : (number, null);
    }

    private static (object?, string?) Choice(Column column, string text) => column.Values.Contains(text)
        ? (text, null)
        : (null, $"The {column.Label} failed validation on {string.Join(",", column.Values)}");

    private static (object?, string?) Date(Column column, string text) =>
        text.Length == 0 || DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (text, null)
            : (null, $"The {column.Label} is not a valid date");

    private static (object?, string?) Text(Column column, string text, Release release)
    {
        var length = column.LengthIn(release);
        return text.Length > length
            ? (null, $"The {column.Label} is greater than {length} character(s)")
            : (Format(column, text, release), null);
    }
}
