using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Keys of Sage's rows as one text: <c>01-HARB01</c>, <c>01-HARB01:JANE</c>. A division has two characters, so that whatever
/// a number holds, the parts are found again; colons, slashes and what else keys may not hold are escaped.
/// </summary>
internal static class SageKeys
{
    public static string Of(JsonElement row, string column) => Escaped(row, column);

    public static string Divided(JsonElement row, string division, string number) =>
        $"{Escaped(row, division)}-{Escaped(row, number)}";

    public static string Below(JsonElement row, string division, string number, string part) =>
        $"{Divided(row, division, number)}:{Escaped(row, part)}";

    /// <summary>The columns and values of a key again; null where it is none of theirs.</summary>
    public static Dictionary<string, string>? Read(string key, params ReadOnlySpan<string> columns)
    {
        var parts = columns.Length == 1 ? [key] : Parts(key);
        if (parts is null || parts.Length != columns.Length) return null;
        var read = new Dictionary<string, string>();
        for (var at = 0; at < parts.Length; at++) read[columns[at]] = Uri.UnescapeDataString(parts[at]);
        return read;
    }

    private static string[]? Parts(string key)
    {
        if (key.Length < 4 || key[2] != '-') return null;
        return [key[..2], .. key[3..].Split(':')];
    }

    private static string Escaped(JsonElement row, string column) => Uri.EscapeDataString(row.NeedText(column, SageOptions.Id));
}
