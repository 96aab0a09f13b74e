using System.Globalization;
using System.Text.Json;

namespace Isthmus.Core.MasterData;

/// <summary>
/// A field's value as plain text, the same for all the ways to write one value: numbers without needless zeros, moments in UTC,
/// records that are pointed to by their id, nothing and empty alike.
/// </summary>
public static class PlainValue
{
    /// <summary>The text.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(value.GetString()!),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? Of(number) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object => value.TryGetProperty("id", out var id) ? Of(id) : value.GetRawText(),
        JsonValueKind.Array when IsLines(value) => value.GetRawText(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Of).Order(StringComparer.Ordinal)),
        _ => "",
    };

    /// <summary>True for a list of records, such as the lines of an order.</summary>
    public static bool IsLines(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object);

    private static string Of(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string OfText(string text) => text.Length >= 20 && text[10] == 'T' && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) : text;
}
