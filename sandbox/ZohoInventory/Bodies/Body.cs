using System.Text.Json;
using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Bodies;

/// <summary>A checked JSON object, read by name. Absent, null and (for text) empty read the same.</summary>
internal readonly struct Body(JsonElement element)
{
    public JsonElement Element => element;

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name)
    {
        if (Find(name) is not { } value) return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Text as it is given, also the empty one that clears a field; null only where nothing is given.</summary>
    public string? Said(string name) => Has(name) ? Text(name) ?? "" : null;

    public string Needed(string name) => Text(name) ?? throw Refusal.Required(name);

    public bool? Flag(string name) => Find(name)?.GetBoolean();

    public int? Whole(string name) => Find(name)?.GetInt32();

    public decimal? Number(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDecimal()
        : Amounts.Parse(value.GetString()!, name);

    public DateOnly? Date(string name) => Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd") : null;

    public Body? Child(string name) => Find(name) is { } value ? new Body(value) : null;

    public IEnumerable<Body> Children(string name) =>
        Find(name) is { } value ? value.EnumerateArray().Select(child => new Body(child)) : [];

    /// <summary>The body itself, whether it is one object or an array of them.</summary>
    public IEnumerable<Body> Entries =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(child => new Body(child)) : [this];

    private JsonElement? Find(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value : null;
}
