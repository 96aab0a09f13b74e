using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>The custom fields of one record: definition id to value.</summary>
internal sealed class CustomValues
{
    private const int LongestText = 255;

    public Dictionary<string, string> Values { get; set; } = [];

    public static readonly Shape Shape = new(
        ("customfield_id", Field.Id), ("label", Field.Text(100)), ("api_name", Field.Text(100)), ("index", Field.Whole),
        ("show_on_pdf", Field.Flag), ("value", Field.Any));

    public string? this[string definitionId] => Values.GetValueOrDefault(definitionId);

    /// <summary>Applies what a request names; null or "" clears a field.</summary>
    public void Apply(Company company, string module, IEnumerable<Body> given, bool isUpdate, IEnumerable<CustomValues> ofOthers)
    {
        var next = isUpdate && !company.Settings.ReplaceCustomFields ? new Dictionary<string, string>(Values) : [];
        foreach (var entry in given)
        {
            var definition = Definition(company, module, entry);
            var value = Text(definition, entry);
            if (value is null) next.Remove(definition.Id);
            else if (definition.IsUnique && ofOthers.Any(other => other[definition.Id] == value))
                throw Refusal.Duplicate(definition.Label, value);
            else next[definition.Id] = value;
        }
        Values = next;
    }

    public JsonArray ToArray(Company company, string module) =>
        new([.. Given(company, module).Select(pair => (JsonNode)Show(pair.Definition, pair.Value))]);

    public JsonObject ToHash(Company company, string module)
    {
        var hash = new JsonObject();
        foreach (var (definition, value) in Given(company, module))
        {
            hash[definition.ApiName] = value;
            hash[definition.ApiName + "_unformatted"] = value;
        }
        return hash;
    }

    private IEnumerable<(CustomFieldDefinition Definition, string Value)> Given(Company company, string module) =>
        from definition in company.CustomFields
        where definition.Module == module && Values.ContainsKey(definition.Id)
        select (definition, Values[definition.Id]);

    private static JsonObject Show(CustomFieldDefinition definition, string value) => new()
    {
        ["customfield_id"] = definition.Id,
        ["index"] = definition.Index,
        ["label"] = definition.Label,
        ["api_name"] = definition.ApiName,
        ["data_type"] = definition.DataType,
        ["show_on_pdf"] = false,
        ["value"] = value,
        ["value_formatted"] = value,
    };

    private static CustomFieldDefinition Definition(Company company, string module, Body entry)
    {
        var found = company.CustomFields.Find(field => field.Module == module && (
            entry.Text("customfield_id") is { } id ? field.Id == id
            : entry.Text("api_name") is { } name ? field.ApiName == name
            : entry.Text("label") is { } label ? field.Label == label
            : entry.Whole("index") == field.Index));
        return found ?? throw Refusal.Value("custom_fields");
    }

    private static string? Text(CustomFieldDefinition definition, Body entry)
    {
        if (entry.Element.TryGetProperty("value", out var raw) && raw.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            throw Refusal.Value(definition.Label);
        var text = entry.Text("value");
        if (text is null) return null;
        if (text.Length > LongestText) throw Refusal.TooLong(definition.Label, LongestText);
        if (definition.DataType is "number" or "amount" or "decimal") Amounts.Parse(text, definition.Label);
        if (definition.DataType == "check_box" && text is not ("true" or "false")) throw Refusal.Value(definition.Label);
        return text;
    }
}
