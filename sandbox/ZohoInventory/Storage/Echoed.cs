using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Storage;

/// <summary>Fields that are stored and shown again, and mean nothing here.</summary>
internal sealed class Echoed
{
    public Dictionary<string, JsonElement> Values { get; set; } = [];

    public void Take(Body body, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (body.Has(name)) Values[name] = body.Element.GetProperty(name).Clone();
    }

    /// <summary>Absent values are shown as "".</summary>
    public void Show(JsonObject into, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            into[name] = Values.TryGetValue(name, out var value) ? JsonSerializer.SerializeToNode(value) : "";
    }
}
