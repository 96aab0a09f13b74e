using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Isthmus.Functions.DeadLetters;

/// <summary>
/// Hides in a record what tells who somebody is: personal fields, free fields that are no ids, and people's names wherever else they
/// stand, such as on a cup that is engraved for them.
/// </summary>
internal sealed partial class RecordMask
{
    private const string Mask = "***";
    private const string FreeFields = "custom";
    private const int ShortestWord = 4;

    /// <summary>The canonical model's fields that tell who somebody is.</summary>
    private static readonly HashSet<string> Personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "firstName", "lastName", "company", "email", "phone", "attention", "line1", "line2", "line3", "city", "postalCode", "taxId",
    };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "name", "firstName", "lastName", "company", "email" };

    /// <summary>Fields that records are found by; a repair needs them as they are.</summary>
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase) { "key", "id", "number", "sku", "externalId" };

    private readonly Regex? words;

    /// <summary>Knows the names in all of the given records.</summary>
    public RecordMask(params JsonNode?[] records)
    {
        var known = records.SelectMany(record => NamesIn(record, "")).SelectMany(text => text.Split([' ', ',', ';'])).Where(IsTelling)
            .Distinct(StringComparer.OrdinalIgnoreCase).Select(Regex.Escape).ToList();
        words = known.Count == 0 ? null : new Regex($@"(?<!\w)({string.Join('|', known)})(?!\w)", RegexOptions.IgnoreCase);
    }

    /// <summary>A copy with asterisks.</summary>
    public JsonNode? Apply(JsonNode? node, string name = "", string parent = "") => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Apply(m.Value, m.Key, name)))),
        JsonArray items => new JsonArray([.. items.Select(item => Apply(item, name, parent))]),
        JsonValue when Personal.Contains(name) => JsonValue.Create(Mask),
        JsonValue value when !Keys.Contains(name) && value.TryGetValue<string>(out var text) => JsonValue.Create(Hide(text, parent)),
        _ => node?.DeepClone(),
    };

    /// <summary>
    /// Puts back what an editor was shown with asterisks and left as it was; lists count as the same while they have as many items.
    /// </summary>
    public JsonNode? Restore(JsonNode? before, JsonNode? after, string name = "", string parent = "") => (before, after) switch
    {
        (JsonObject known, JsonObject edited) => new JsonObject(
            edited.Select(m => KeyValuePair.Create(m.Key, Restore(known[m.Key], m.Value, m.Key, name)))),
        (JsonArray known, JsonArray edited) when known.Count == edited.Count => new JsonArray(
            [.. known.Zip(edited, (was, now) => Restore(was, now, name, parent))]),
        (JsonValue, JsonValue) when JsonNode.DeepEquals(Apply(before, name, parent), after) => before.DeepClone(),
        _ => after?.DeepClone(),
    };

    private string Hide(string text, string parent)
    {
        if (parent == FreeFields && !Id().IsMatch(text)) return Mask;
        return words?.Replace(text, Mask) ?? text;
    }

    private static IEnumerable<string> NamesIn(JsonNode? node, string name) => node switch
    {
        JsonObject members => members.SelectMany(member => NamesIn(member.Value, member.Key)),
        JsonArray items => items.SelectMany(item => NamesIn(item, name)),
        JsonValue value when Names.Contains(name) && value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static bool IsTelling(string word) => word.Length >= ShortestWord && word.Any(char.IsLetter);

    /// <summary>Ids of vendors, such as pi_123, and plain numbers.</summary>
    [GeneratedRegex(@"^([a-z]{1,12}_\w+|\d{1,12}|\d{18,19})$")]
    private static partial Regex Id();
}
