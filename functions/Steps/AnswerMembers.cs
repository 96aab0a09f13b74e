using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.Steps;

/// <summary>
/// Reads what a vendor's record must hold. Where it lacks it, or holds another type, the answer is malformed: that is no mistake
/// of ours, and the record is asked for again.
/// </summary>
internal static class AnswerMembers
{
    /// <summary>A text, or a number as text; null where there is none.</summary>
    public static string? FindText(this JsonElement record, string name) => Find(record, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A number, also where it is written as text; null where there is none that can be held.</summary>
    public static decimal? FindNumber(this JsonElement record, string name) => Find(record, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var value) => value,
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(
            text.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>True where it says so; false where it says nothing.</summary>
    public static bool FindFlag(this JsonElement record, string name) => Find(record, name) is { ValueKind: JsonValueKind.True };

    /// <summary>A text that must be there.</summary>
    /// <exception cref="FailureException">It is not.</exception>
    public static string NeedText(this JsonElement record, string name, string connection) =>
        record.FindText(name) is { Length: > 0 } text ? text : throw NeededMembers.Lacking(name, connection);

    /// <summary>A number that must be there.</summary>
    /// <exception cref="FailureException">It is not.</exception>
    public static decimal NeedNumber(this JsonElement record, string name, string connection) =>
        record.FindNumber(name) ?? throw NeededMembers.Lacking(name, connection);

    /// <summary>A list that must be there.</summary>
    /// <exception cref="FailureException">It is not.</exception>
    public static IEnumerable<JsonElement> NeedList(this JsonElement record, string name, string connection) =>
        Find(record, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw NeededMembers.Lacking(name, connection);

    private static JsonElement? Find(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) ? value : null;
}
