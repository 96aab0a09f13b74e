using System.Text.Json.Nodes;

namespace Isthmus.Functions.DeadLetters;

/// <summary>A field that an edit changes, with personal values masked.</summary>
public sealed record FieldChange(string Path, string? Before, string? After);

/// <summary>Compares two versions of a record, and merges a patch into one.</summary>
internal static class RecordDiff
{
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

    public static IEnumerable<FieldChange> Compare(JsonNode? before, JsonNode? after)
    {
        var mask = new RecordMask(before, after);
        return Compare(before, after, mask.Apply(before), mask.Apply(after), "");
    }

    private static IEnumerable<FieldChange> Compare(JsonNode? before, JsonNode? after, JsonNode? shown, JsonNode? shownAfter, string path)
    {
        if (JsonNode.DeepEquals(before, after)) return [];
        if (before is JsonObject left && after is JsonObject right)
        {
            return left.Select(p => p.Key).Union(right.Select(p => p.Key)).SelectMany(name => Compare(
                left[name], right[name], shown![name], shownAfter![name], path.Length == 0 ? name : $"{path}.{name}"));
        }
        if (before is JsonArray rows && after is JsonArray others && rows.Count == others.Count)
        {
            return Enumerable.Range(0, rows.Count)
                .SelectMany(i => Compare(rows[i], others[i], shown![i], shownAfter![i], $"{path}[{i}]"));
        }
        return [new FieldChange(path, shown?.ToJsonString(), shownAfter?.ToJsonString())];
    }
}
