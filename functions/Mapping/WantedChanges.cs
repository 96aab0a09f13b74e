using System.Text.Json;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Mapping;

/// <summary>
/// What a body would change on the record that is there, by name. Numbers are compared as numbers; what the body does not name
/// does not matter.
/// </summary>
internal static class WantedChanges
{
    /// <summary>The members of <paramref name="wanted"/> that <paramref name="stored"/> has otherwise.</summary>
    public static IEnumerable<string> Of(JsonElement wanted, JsonElement stored) => wanted.EnumerateObject()
        .Where(member => member.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) && !Same(member, stored))
        .Select(member => member.Name);

    /// <summary>The members of lines that differ; every line that is not there counts as <paramref name="added"/>.</summary>
    /// <param name="wanted">The lines of the body.</param>
    /// <param name="stored">The lines that are there.</param>
    /// <param name="key">The member by which lines know each other.</param>
    /// <param name="added">What stands for a line that is not there.</param>
    public static IEnumerable<string> OfLines(
        IEnumerable<JsonElement> wanted, IEnumerable<JsonElement> stored, string key, string added)
    {
        var there = stored.Where(line => line.FindText(key) is { Length: > 0 }).DistinctBy(line => line.FindText(key))
            .ToDictionary(line => line.FindText(key)!, StringComparer.Ordinal);
        return wanted.SelectMany(line =>
            line.FindText(key) is { } id && there.TryGetValue(id, out var known) ? Of(line, known) : [added]).Distinct();
    }

    private static bool Same(JsonProperty wanted, JsonElement stored)
    {
        var there = stored.FindText(wanted.Name) ?? "";
        if (wanted.Value.ValueKind == JsonValueKind.Number && stored.FindNumber(wanted.Name) is { } number)
            return number == wanted.Value.GetDecimal();
        return there == wanted.Value.ToString();
    }
}
