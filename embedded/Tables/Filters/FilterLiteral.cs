using System.Globalization;
using System.Text;

namespace Isthmus.Embedded.Tables.Filters;

/// <summary>Writes values as OData literals, quoted and escaped.</summary>
internal static class FilterLiteral
{
    /// <exception cref="ArgumentException">No literal of the table service can hold the value.</exception>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string or char or StringBuilder => $"'{value.ToString()!.Replace("'", "''")}'",
        long or ulong => Invariant(value) + "L",
        sbyte or byte or short or ushort or int or uint or decimal => Invariant(value),
        float or double => Real(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexStringLower(data.ToMemory().Span)}'",
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        DateTime moment => Moment(moment.ToUniversalTime()),
        _ => throw new ArgumentException($"Unable to convert a value of type {value.GetType()} to an OData literal."),
    };

    /// <summary>An interpolated filter with each of its values as a literal.</summary>
    public static string Format(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(object (a) => Of(a))]);

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Real(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".EN") >= 0 || !double.IsFinite(value) ? text : text + ".0";
    }

    private static string Moment(DateTime utc) =>
        $"datetime'{utc.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}Z'";
}
