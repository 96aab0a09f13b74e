using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>What a call returns; 204 and 304 have no body.</summary>
internal sealed record CrmAnswer(int Status, JsonObject? Body = null)
{
    public static readonly CrmAnswer Empty = new(204);

    public static readonly CrmAnswer NotModified = new(304);

    public static CrmAnswer Of(string name, JsonNode content) => new(200, new JsonObject { [name] = content });

    /// <summary>A page, of whose rows one more than fits was looked for, to tell whether others follow.</summary>
    public static CrmAnswer Page(string name, IReadOnlyList<JsonObject> found, int perPage, int page) =>
        new(200, new JsonObject
        {
            [name] = new JsonArray([.. found.Take(perPage)]),
            ["info"] = new JsonObject
            {
                ["per_page"] = perPage, ["count"] = Math.Min(perPage, found.Count), ["page"] = page,
                ["more_records"] = found.Count > perPage,
            },
        });

    /// <summary>A list, or 204 when there is nothing.</summary>
    public static CrmAnswer List(string name, IEnumerable<JsonObject> rows)
    {
        var list = new JsonArray([.. rows]);
        return list.Count == 0 ? Empty : Of(name, list);
    }
}
