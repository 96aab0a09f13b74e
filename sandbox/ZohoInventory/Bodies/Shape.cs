using System.Text.Json;
using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Bodies;

/// <summary>The fields that a request object may have. Anything else is refused with "Invalid Element".</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, Field> fields = [];
    private readonly HashSet<string> required = [];
    private readonly HashSet<string> dropped = [];

    /// <summary>Names and rules; a name that ends in * must be present.</summary>
    public Shape(params ReadOnlySpan<(string Name, Field Field)> rules)
    {
        foreach (var (name, field) in rules)
        {
            fields[name.TrimEnd('*')] = field;
            if (name.EndsWith('*')) required.Add(name[..^1]);
        }
    }

    public IReadOnlyDictionary<string, Field> Fields => fields;

    /// <summary>Names that the vendor neither uses nor refuses: parents that belong in the query (notes, section 14).</summary>
    public Shape Dropping(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) dropped.Add(name);
        return this;
    }

    public Shape With(params ReadOnlySpan<(string Name, Field Field)> more)
    {
        var copy = new Shape(more);
        foreach (var (name, field) in fields) copy.fields.TryAdd(name, field);
        copy.required.UnionWith(required);
        copy.dropped.UnionWith(dropped);
        return copy;
    }

    /// <summary>For updates, where every field is optional.</summary>
    public Shape Optional()
    {
        var copy = With();
        copy.required.Clear();
        return copy;
    }

    public void Check(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object) throw Refusal.Value(path);
        foreach (var member in value.EnumerateObject())
        {
            if (dropped.Contains(member.Name)) continue;
            if (!fields.TryGetValue(member.Name, out var field)) throw Refusal.Element(member.Name);
            if (member.Value.ValueKind != JsonValueKind.Null) field.Check(member.Value, member.Name);
        }
        foreach (var name in required)
            if (!value.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null) throw Refusal.Required(name);
    }
}
