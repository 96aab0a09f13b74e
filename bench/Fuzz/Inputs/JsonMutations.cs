using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Fuzz;

/// <summary>Spoils a JSON document so that it mostly stays JSON, but not the document that somebody expects.</summary>
internal static class JsonMutations
{
    private static readonly string[] Raw =
    [
        "1e400", "-1e400", "1E-400", "123456789012345678901234567890", "0.1", "-0", "-1", "9223372036854775807",
        "{}", "[]", "[[]]", "null", "true", "\"\\u0000\""
    ];

    /// <summary>Some changes of members and values; sometimes of bytes as well.</summary>
    public static byte[] Of(byte[] document, Dice dice)
    {
        if (dice.OnceIn(6)) return ByteMutations.Of(document, dice);
        var root = JsonNode.Parse(document)!;
        for (var times = 1 + dice.Small(3); times > 0; times--) root = Change(root, dice);
        var text = root.ToJsonString();
        if (dice.OnceIn(12)) text = Doubled(text, dice);
        if (dice.OnceIn(12)) text = HalfPair(text, dice);
        var bytes = Encoding.UTF8.GetBytes(text);
        return dice.OnceIn(12) ? ByteMutations.Of(bytes, dice) : bytes;
    }

    private static JsonNode Change(JsonNode root, Dice dice)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var node = dice.One(nodes);
        if (node.Parent is not { } parent) return dice.OnceIn(4) ? Odd(dice) ?? new JsonObject() : root;
        if (dice.OnceIn(4)) Remove(parent, node);
        else if (dice.OnceIn(6)) Move(parent, node, dice.One(nodes));
        else Replace(parent, node, Odd(dice));
        return root;
    }

    private static void Collect(JsonNode node, List<JsonNode> into)
    {
        into.Add(node);
        var children = node switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => [] };
        foreach (var child in children.OfType<JsonNode>().ToList()) Collect(child, into);
    }

    private static void Remove(JsonNode parent, JsonNode node)
    {
        if (parent is JsonArray array) array.Remove(node);
        else parent.AsObject().Remove(node.GetPropertyName());
    }

    private static void Replace(JsonNode parent, JsonNode node, JsonNode? by)
    {
        if (parent is JsonArray array) array[node.GetElementIndex()] = by;
        else parent[node.GetPropertyName()] = by;
    }

    /// <summary>Something from elsewhere in the document takes the place.</summary>
    private static void Move(JsonNode parent, JsonNode node, JsonNode from) => Replace(parent, node, from.DeepClone());

    private static JsonNode? Odd(Dice dice) => dice.Below(5) switch
    {
        0 => JsonNode.Parse(Deep(1 + dice.Below(60))),
        1 or 2 => JsonNode.Parse(dice.One(Raw)),
        _ => JsonValue.Create(Encodable(OddTexts.Any(dice))),
    };

    /// <summary>A member that is there twice, or nesting beyond what readers take.</summary>
    private static string Doubled(string text, Dice dice)
    {
        var brace = text.IndexOf('{');
        if (brace < 0 || dice.OnceIn(3)) return Deep(20 + dice.Below(20_000));
        var name = JsonSerializer.Serialize(dice.One((string[])["id", "type", "object", "data", "code", "salesorder", "total", "results"]));
        return text.Insert(brace + 1, $"{name}:{dice.One(Raw)},");
    }

    /// <summary>Half of a surrogate pair at the start of some text.</summary>
    private static string HalfPair(string text, Dice dice)
    {
        var quote = text.IndexOf('"', dice.Below(Math.Max(1, text.Length)));
        return quote < 0 ? text : text.Insert(quote + 1, dice.OnceIn(2) ? "\\ud800" : "\\uDC00x");
    }

    private static string Deep(int depth) => new string('[', depth) + new string(']', depth);

    private static string Encodable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
