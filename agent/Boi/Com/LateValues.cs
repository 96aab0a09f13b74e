using System.Globalization;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>Values as COM hands them over, and as it wants them.</summary>
internal static class LateValues
{
    public static int Whole(object? value) => (int)Number(value);

    public static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture)?.TrimEnd('\0') ?? "";

    public static decimal Number(object? value) => value switch
    {
        null or DBNull => 0,
        string text => Parsed(text),
        // A double has 15 good digits, and so has what is made of it.
        double number => (decimal)number,
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => 0
    };

    private static decimal Parsed(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>As BOI takes it: text, or a double.</summary>
    public static object ForBoi(object value) => value is decimal number ? (double)number : value;

    /// <summary>A column's value in an object, as the protocol shows it.</summary>
    public static object Get(LateObject from, ColumnFacts column)
    {
        object[] arguments = [column.BoiName, column.Kind == ColumnKind.Number ? 0.0 : ""];
        from.CallByReference("nGetValue", arguments, 1);
        return column.Kind == ColumnKind.Number ? Rounded(Number(arguments[1]), column.Decimals) : Text(arguments[1]);
    }

    public static string GetText(LateObject from, string column)
    {
        object[] arguments = [column + "$", ""];
        from.CallByReference("nGetValue", arguments, 1);
        return Text(arguments[1]);
    }

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
