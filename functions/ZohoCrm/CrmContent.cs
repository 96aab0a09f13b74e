using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// What a record holds, as one short hash a field: equal for what is the same in the CRM however it is written (a moment in
/// another offset, 5 and 5.00, a lookup with or without its name, nothing and an empty text).
/// </summary>
internal static class CrmContent
{
    private const int Digits = 12;

    /// <summary>The hashes of the named fields; an empty field has the empty hash.</summary>
    public static IReadOnlyDictionary<string, string> Of(JsonElement record, IEnumerable<string> fields) =>
        fields.Distinct(StringComparer.Ordinal).ToDictionary(
            field => field,
            field => record.TryGetProperty(field, out var value) ? Hash(value) : "", StringComparer.Ordinal);

    /// <summary>One hash of all of them.</summary>
    public static string Whole(IReadOnlyDictionary<string, string> fields) => Short(string.Join(
        '\n', fields.Where(each => each.Value.Length > 0).OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => $"{each.Key}={each.Value}")));

    /// <summary>True where every field is as it was known; one that was not known was empty.</summary>
    public static bool Same(IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> known) =>
        now.All(each => known.GetValueOrDefault(each.Key, "") == each.Value);

    /// <summary>A short hash of a text.</summary>
    public static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];

    private static string Hash(JsonElement value) => Canonical(value) is { Length: > 0 } text ? Short(text) : "";

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var number) =>
            number.ToString("0.##########################", CultureInfo.InvariantCulture),
        JsonValueKind.Object when value.TryGetProperty("id", out var id) => $"#{id}",
        JsonValueKind.Object => string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{member.Name}:{Canonical(member.Value)}")),
        JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(Canonical)),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    private static string OfText(string text) =>
        text.Length is >= 19 and <= 30 && CrmTime.Read(text) is { } at ? $"@{at.UtcTicks}" : text;
}
