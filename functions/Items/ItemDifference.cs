using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Functions.Items;

/// <summary>What of a body a record does not say yet, so that no more is written than has changed.</summary>
internal static class ItemDifference
{
    private const string CustomFields = "custom_fields";

    /// <summary>The members of <paramref name="wanted"/> that <paramref name="before"/> has otherwise; empty when nothing differs.</summary>
    /// <param name="wanted">What shall be there.</param>
    /// <param name="before">What is there.</param>
    /// <param name="ours">True where all of it is ours: what is no longer wanted is emptied.</param>
    /// <param name="kept">Members that stay as they were made.</param>
    public static JsonObject Of(JsonElement wanted, JsonElement before, bool ours, params IReadOnlyCollection<string> kept)
    {
        var difference = new JsonObject();
        foreach (var member in wanted.EnumerateObject().Where(member => !kept.Contains(member.Name) && member.Name != CustomFields))
            if (!Same(member.Value, Member(before, member.Name))) difference[member.Name] = Node(member.Value);
        var fields = FieldsOf(wanted, before, ours);
        if (fields.Count > 0) difference[CustomFields] = fields;
        if (!ours) return difference;
        foreach (var member in before.EnumerateObject().Where(member => !kept.Contains(member.Name) && member.Name != CustomFields))
            if (Member(wanted, member.Name) is null) difference[member.Name] = member.Value.ValueKind == JsonValueKind.Number ? 0 : "";
        return difference;
    }

    private static JsonArray FieldsOf(JsonElement wanted, JsonElement before, bool ours)
    {
        var (now, then) = (Fields(wanted), Fields(before));
        var changed = new JsonArray();
        foreach (var (name, value) in now.Where(field => then.GetValueOrDefault(field.Key) != field.Value)) changed.Add(Field(name, value));
        foreach (var name in then.Keys.Where(name => ours && !now.ContainsKey(name))) changed.Add(Field(name, ""));
        return changed;
    }

    private static Dictionary<string, string> Fields(JsonElement record)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(record, CustomFields) is not { ValueKind: JsonValueKind.Array } list) return fields;
        foreach (var field in list.EnumerateArray())
            if (Member(field, "api_name") is { ValueKind: JsonValueKind.String } name) fields[name.GetString()!] = Text(Member(field, "value"));
        return fields;
    }

    private static JsonObject Field(string name, string value) => new() { ["api_name"] = name, ["value"] = value };

    private static bool Same(JsonElement wanted, JsonElement? before) =>
        Number(wanted) is { } number && Number(before) is { } there ? number == there : Text(wanted) == Text(before);

    private static decimal? Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(
            text.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var read) => read,
        _ => null,
    };

    private static string Text(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    private static JsonElement? Member(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) ? value : null;

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
