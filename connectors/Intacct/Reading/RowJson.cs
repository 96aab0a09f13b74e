using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Isthmus.Connectors.Intacct.Xml;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>
/// A record as JSON: fields as text, those named with a dot nested, so that <c>DISPLAYCONTACT.EMAIL1</c> of a query and the element in an
/// element of a reading look the same. What repeats is a list.
/// </summary>
internal static class RowJson
{
    private const int MostDots = 8;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Of(XmlPart row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, Tree(row));
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static Dictionary<string, List<object>> Tree(XmlPart row)
    {
        var tree = new Dictionary<string, List<object>>(StringComparer.Ordinal);
        foreach (var child in row.Children) Put(tree, child.Name, child.Children.Count == 0 ? child.Text : Tree(child), 0);
        return tree;
    }

    private static void Put(Dictionary<string, List<object>> tree, string name, object value, int dots)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || dots == MostDots)
        {
            if (!tree.TryGetValue(name, out var values)) tree[name] = values = [];
            values.Add(value);
            return;
        }
        if (!tree.TryGetValue(name[..dot], out var nested)) tree[name[..dot]] = nested = [];
        if (nested.FirstOrDefault() is not Dictionary<string, List<object>> inner)
            nested.Insert(0, inner = new(StringComparer.Ordinal));
        Put(inner, name[(dot + 1)..], value, dots + 1);
    }

    private static void Write(Utf8JsonWriter json, Dictionary<string, List<object>> tree)
    {
        json.WriteStartObject();
        foreach (var (name, values) in tree)
        {
            json.WritePropertyName(name);
            if (values.Count > 1) json.WriteStartArray();
            foreach (var value in values)
            {
                if (value is Dictionary<string, List<object>> nested) Write(json, nested);
                else json.WriteStringValue((string)value);
            }
            if (values.Count > 1) json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
