using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Intacct;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>What is read of a record before its mapping.</summary>
internal static class IntacctRow
{
    /// <summary>The record number: the key of every flow, because it is the one that never changes and tells nothing of a person.</summary>
    /// <exception cref="FailureException">There is none.</exception>
    public static string Key(this JsonElement row) =>
        row.Text("RECORDNO") is { Length: > 0 and <= 18 } number && number.All(char.IsAsciiDigit)
            ? number : throw NeededMembers.Lacking("RECORDNO", IntacctOptions.Id);

    /// <summary>The text of a field, also behind a dot; empty when there is none.</summary>
    public static string Text(this JsonElement row, string path)
    {
        foreach (var name in path.Split('.'))
            if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out row)) return "";
        return row.ValueKind == JsonValueKind.String ? row.GetString()!.Trim() : "";
    }

    /// <summary>A list of ids as people read it; Intacct parts them with <c>#~#</c>.</summary>
    public static string? Ids(this JsonElement row, string field) => row.Text(field) is { Length: > 0 } text
        ? string.Join("; ", text.Split("#~#", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;

    /// <summary>Elements that come alone or as a list.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement row, string field) => row.TryGetProperty(field, out var value)
        ? value.ValueKind switch { JsonValueKind.Array => value.EnumerateArray(), JsonValueKind.Object => [value], _ => [] } : [];
}
