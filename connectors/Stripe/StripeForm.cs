using System.Text.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>
/// Writes a JSON object as Stripe's form: <c>address[city]</c>, <c>metadata[key]</c>, <c>list[0]</c>. An empty text takes a value away.
/// Source: Stripe API reference, Requests.
/// </summary>
internal static class StripeForm
{
    public static IReadOnlyList<(string Name, string? Value)> Of(ReadOnlyMemory<byte> json)
    {
        var form = new List<(string, string?)>();
        Add(form, "", JsonElement.Parse(json.Span));
        return form;
    }

    private static void Add(List<(string, string?)> form, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject()) Add(form, path.Length == 0 ? member.Name : $"{path}[{member.Name}]", member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var (at, element) in value.EnumerateArray().Index()) Add(form, $"{path}[{at}]", element);
                break;
            case JsonValueKind.Null:
                form.Add((path, ""));
                break;
            default:
                form.Add((path, value.ToString() is "True" or "False" ? value.GetRawText() : value.ToString()));
                break;
        }
    }
}
