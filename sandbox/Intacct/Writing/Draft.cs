using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Isthmus.Sandbox.Intacct.Writing;

/// <summary>A record as somebody gives it: fields by their full names, and lists.</summary>
internal sealed class Draft
{
    public Dictionary<string, string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements of the object's list, when it was given.</summary>
    public List<Dictionary<string, string>>? List { get; private set; }

    public string this[string field] => Fields.GetValueOrDefault(field, "");

    public static Draft Of(XElement element, string? list)
    {
        var draft = new Draft();
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName.Equals(list, StringComparison.OrdinalIgnoreCase)) (draft.List ??= []).Add(Flat(child));
            else Put(draft.Fields, child, "");
        }
        return draft;
    }

    /// <summary>
    /// From a control's JSON: nested objects are fields with a dot; an array is the list. Names with $ are the control's own.
    /// </summary>
    public static Draft Of(JsonObject json, string? list)
    {
        var draft = new Draft();
        foreach (var (name, value) in json.Where(member => !member.Key.StartsWith('$')))
        {
            if (name.Equals(list, StringComparison.OrdinalIgnoreCase) && value is JsonArray items)
                draft.List = [.. items.Select(item => Flat(item!))];
            else Put(draft.Fields, name, value);
        }
        return draft;
    }

    private static Dictionary<string, string> Flat(XElement element)
    {
        var flat = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in element.Elements()) Put(flat, child, "");
        return flat;
    }

    private static Dictionary<string, string> Flat(JsonNode item)
    {
        var flat = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in item.AsObject()) Put(flat, name, value);
        return flat;
    }

    private static void Put(Dictionary<string, string> fields, XElement element, string prefix)
    {
        var name = prefix + element.Name.LocalName.ToUpperInvariant();
        if (!element.HasElements) fields[name] = element.Value;
        foreach (var child in element.Elements()) Put(fields, child, name + ".");
    }

    private static void Put(Dictionary<string, string> fields, string name, JsonNode? value)
    {
        name = name.ToUpperInvariant();
        if (value is JsonObject nested)
            foreach (var (inner, part) in nested) Put(fields, $"{name}.{inner}", part);
        else if (value?.GetValueKind() == JsonValueKind.String) fields[name] = value.GetValue<string>();
        else fields[name] = value?.ToJsonString() ?? "";
    }
}
