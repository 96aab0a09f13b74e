using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Replaces ids by the objects they lead to, as expand[] asks, in a copy of the object.</summary>
internal sealed class Expansion(StripeRecords records, ExpandableLists lists)
{
    private const int Deepest = 4;

    public JsonObject Apply(JsonObject body, IEnumerable<string> paths)
    {
        var copy = (JsonObject)body.DeepClone();
        foreach (var path in paths) Expand(copy, path.Split('.'), path, 0);
        return copy;
    }

    /// <summary>Four levels; in lists, data is the first of them.</summary>
    public static void CheckDepth(string path)
    {
        if (path.Count(letter => letter == '.') >= Deepest)
            throw Refuse.Bad($"You cannot expand more than {Deepest} levels of a property (attempted to expand: {path}).", param: "expand");
    }

    private void Expand(JsonObject body, string[] parts, string path, int at)
    {
        var name = parts[at];
        if (name == "data" && body["data"] is JsonArray page)
        {
            foreach (var item in page.OfType<JsonObject>()) Expand(item, parts, path, at + 1);
            return;
        }
        if (at > 0 && parts[at - 1] == "source" && !body.ContainsKey(name) && ExpandTable.AllowsInSource(name)) return;
        if (body["object"] is { } kind) Check(kind.GetValue<string>(), name, body, path, last: at == parts.Length - 1);
        if (lists.Find(body, name) is { } list && body[name] is not JsonObject) body[name] = list;
        if (body[name] is JsonValue id && records.Resolve(id.ToString()) is { } found) body[name] = found.DeepClone();
        if (at + 1 < parts.Length && body[name] is JsonObject inner) Expand(inner, parts, path, at + 1);
    }

    private static void Check(string kind, string name, JsonObject body, string path, bool last)
    {
        if (ExpandTable.Allows(kind, name)) return;
        if (!last && body[name] is JsonObject) return;
        throw Refuse.Bad($"This property cannot be expanded ({path}).", param: "expand");
    }
}
