using System.Globalization;

namespace Isthmus.Connectors.Sage300;

/// <summary>Writes keys as they stand between the brackets of an address.</summary>
public static class Sage300Key
{
    /// <summary>A code: <c>'HARB01'</c>. Codes are kept in upper case.</summary>
    public static string Of(string code) => Sage300Filter.Quoted(code.ToUpperInvariant());

    /// <summary>A number: <c>8371</c>.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Several parts by name: <c>CustomerNumber='HARB01',DocumentNumber='IN9'</c>.</summary>
    public static string Of(params IEnumerable<(string Name, string Code)> parts) =>
        string.Join(',', parts.Select(part => $"{part.Name}={Of(part.Code)}"));
}
