using System.Text.Json.Nodes;

namespace Isthmus.Functions.DeadLetters;

/// <summary>A field that an edit changes, with personal values masked.</summary>
public sealed record FieldChange(string Path, string? Before, string? After);

/// <summary>Compares two versions of a record, merges a patch into one, and masks what is personal in it.</summary>
internal static class RecordDiff
{
    private const string Mask = "***";

    /// <summary>The canonical model's fields that tell who somebody is.</summary>
    private static readonly HashSet<string> Personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "firstName", "lastName", "company", "email", "phone", "attention", "line1", "line2", "line3", "city", "postalCode", "taxId",
    };

    /// <summary>JSON Merge Patch (RFC 7396): objects merge, null removes, everything else replaces.</summary>
    public static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var merged = target is JsonObject known ? (JsonObject)known.DeepClone() : [];
        foreach (var (name, change) in changes)
        {
            if (change is null) merged.Remove(name);
            else merged[name] = Merge(merged[name], change);
        }
        return merged;
    }

    /// <summary>
    /// Puts back what an editor was shown as asterisks and left as it was; lists count as the same while they have as many items.
    /// </summary>
    public static JsonNode? Unmask(JsonNode? before, JsonNode? after, string name = "") => (before, after) switch
    {
        (JsonObject known, JsonObject edited) => new JsonObject(
            edited.Select(m => KeyValuePair.Create(m.Key, Unmask(known[m.Key], m.Value, m.Key)))),
        (JsonArray known, JsonArray edited) when known.Count == edited.Count => new JsonArray(
            [.. known.Zip(edited, (was, now) => Unmask(was, now, name))]),
        (JsonValue, JsonValue now) when Personal.Contains(name) && now.TryGetValue<string>(out var text) && text == Mask => before.DeepClone(),
        _ => after?.DeepClone(),
    };

    public static IEnumerable<FieldChange> Compare(JsonNode? before, JsonNode? after, string path = "")
    {
        if (JsonNode.DeepEquals(before, after)) return [];
        if (before is JsonObject left && after is JsonObject right)
        {
            return left.Select(p => p.Key).Union(right.Select(p => p.Key))
                .SelectMany(name => Compare(left[name], right[name], path.Length == 0 ? name : $"{path}.{name}"));
        }
        if (before is JsonArray rows && after is JsonArray others && rows.Count == others.Count)
            return Enumerable.Range(0, rows.Count).SelectMany(i => Compare(rows[i], others[i], $"{path}[{i}]"));
        return [new FieldChange(path, Show(before, path), Show(after, path))];
    }

    /// <summary>The record with personal values replaced by asterisks.</summary>
    public static JsonNode? Masked(JsonNode? record, string name = "") => record switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Masked(m.Value, m.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Masked(item, name))]),
        JsonValue when Personal.Contains(name) => JsonValue.Create(Mask),
        _ => record?.DeepClone(),
    };

    private static string? Show(JsonNode? value, string path) => Masked(value, path[(path.LastIndexOf('.') + 1)..])?.ToJsonString();
}
