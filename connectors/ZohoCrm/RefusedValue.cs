using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// What was sent in a field that was refused, as far as people are told: how long a text was, and which choice a picklist lacks,
/// for who shall add it must know it. Nothing else of a record is in a failure.
/// </summary>
internal static class RefusedValue
{
    private const int LongestChoice = 60;

    /// <summary>The member of the record that an error is about; null for one inside of a line.</summary>
    public static JsonElement? Find(JsonElement? sent, string? field, JsonElement details) =>
        field is not null && (details.Text("json_path") ?? "$.data[0].").Count(c => c == '.') == 2 ? sent?.Member(field) : null;

    /// <summary>How many characters a text has, as the end of a sentence.</summary>
    public static string Length(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? $", not {text.GetString()!.Length}" : "";

    /// <summary>The choices that the picklist lacks, in quotes; null where that is not known.</summary>
    public static string? Choice(JsonElement? value, JsonElement details)
    {
        var known = details.Texts("supported_values").ToHashSet(StringComparer.Ordinal);
        var lacking = Texts(value).Where(text => text.Length is > 0 and <= LongestChoice && !known.Contains(text)).ToList();
        return lacking.Count == 0 ? null : string.Join(", ", lacking.Select(text => $"'{VendorText.Clean(text)}'"));
    }

    private static IEnumerable<string> Texts(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray()
            .Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!),
        _ => [],
    };
}
