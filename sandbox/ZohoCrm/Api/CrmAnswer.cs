using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>What a call returns; 204 and 304 have no body.</summary>
internal sealed record CrmAnswer(int Status, JsonObject? Body = null)
{
    public static readonly CrmAnswer Empty = new(204);

    public static readonly CrmAnswer NotModified = new(304);

    public static CrmAnswer Of(string name, JsonNode content) => new(200, new JsonObject { [name] = content });

    /// <summary>A list, or 204 when there is nothing.</summary>
    public static CrmAnswer List(string name, IEnumerable<JsonObject> rows)
    {
        var list = new JsonArray([.. rows]);
        return list.Count == 0 ? Empty : Of(name, list);
    }
}
