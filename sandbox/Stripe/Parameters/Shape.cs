using System.Collections;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Parameters;

/// <summary>The parameters an operation or a nested object takes. Anything else is refused.</summary>
internal sealed class Shape : IEnumerable<KeyValuePair<string, Kind>>
{
    private readonly Dictionary<string, Kind> kinds = [];

    public void Add(string name, Kind kind) => kinds.Add(name, kind);

    public void Add(Kind kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) kinds.Add(name, kind);
    }

    public Shape With(Shape more)
    {
        var both = new Shape();
        foreach (var (name, kind) in kinds.Concat(more.kinds)) both.kinds[name] = kind;
        return both;
    }

    public JsonObject Read(FormNode form, string version, string? path = null)
    {
        var read = new JsonObject();
        foreach (var (name, value) in form.Children)
        {
            var full = path is null ? name : $"{path}[{name}]";
            if (!kinds.TryGetValue(name, out var kind) || Removed(kind, version)) throw Refuse.Unknown(full);
            read[name] = kind.Read(value, full);
        }
        foreach (var (name, kind) in kinds)
            if (kind.Required && read[name] is null) throw Refuse.Required(path is null ? name : $"{path}[{name}]");
        return read;
    }

    public IEnumerator<KeyValuePair<string, Kind>> GetEnumerator() => kinds.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Removed(Kind kind, string version) =>
        kind.RemovedIn is { } removed && string.CompareOrdinal(version, removed) >= 0;
}

/// <summary>A nested object.</summary>
internal sealed record ObjectKind(Shape Shape) : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        if (form.Children.Count > 0) return Shape.Read(form, "", path);
        return form.Text is { Length: 0 } ? null : throw Refuse.Bad("Invalid object", param: path);
    }
}

/// <summary>A list: a[]=x, or a[0][b]=y.</summary>
internal sealed record ListKind(Kind Item, int Max) : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        if (form.Children.Count == 0)
            return form.Text is { Length: 0 } ? null : throw Refuse.Bad("Invalid array", param: path);
        if (form.Children.Count > Max) throw Refuse.Bad($"Array {path} exceeded maximum {Max} allowed elements.", param: path);
        var list = new JsonArray();
        foreach (var (index, value) in form.Children)
        {
            if (!int.TryParse(index, out _)) throw Refuse.Bad("Invalid array", param: path);
            list.Add(Item.Read(value, $"{path}[{index}]"));
        }
        return list;
    }
}

/// <summary>created=5, or created[gte]=5.</summary>
internal sealed record RangeKind : Kind
{
    private static readonly Shape Bounds = new() { { Take.Integer, "gt", "gte", "lt", "lte" } };

    public override JsonNode? Read(FormNode form, string path) =>
        form.IsText ? Take.Integer.Read(form, path) : Bounds.Read(form, "", path);
}
