using System.Text;
using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>POST /query: rows of one object in key order, page by page.</summary>
internal static class QueryCall
{
    public static void Answer(Company company, JsonElement body, Utf8JsonWriter answer)
    {
        body.AllowOnly("object", "columns", "equals", "updatedSince", "after", "limit");
        var name = body.Text("object");
        var table = company.Find(name) ?? throw AgentException.BadRequest($"'object' {name} is not known.");
        var columns = body.Optional("columns", JsonValueKind.Array)?.EnumerateArray().Select(c =>
            Known(table, c.GetString()!)).ToList();
        var filter = new QueryFilter(table, body);
        var limit = Limit(body);
        var page = filter.Rows(After(body)).Take(limit + 1).ToList();
        answer.WriteStartObject();
        answer.WriteStartArray("rows");
        foreach (var row in page.Take(limit)) answer.Write(row, columns);
        answer.WriteEndArray();
        if (page.Count > limit) answer.WriteString("next", Convert.ToBase64String(Encoding.UTF8.GetBytes(page[limit - 1].Key)));
        else answer.WriteNull("next");
        answer.WriteEndObject();
    }

    public static Column Known(Table table, string name) =>
        table.Schema.Find(name) ?? throw AgentException.BadRequest($"'{name}' is no column of {table.Schema.Object}.");

    private static int Limit(JsonElement body)
    {
        if (body.Optional("limit", JsonValueKind.Number) is not { } given) return 200;
        return given.TryGetInt32(out var limit) && limit is >= 1 and <= 1000
            ? limit
            : throw AgentException.BadRequest("'limit' goes from 1 to 1000.");
    }

    private static string? After(JsonElement body)
    {
        if (body.Optional("after", JsonValueKind.String)?.GetString() is not { } opaque) return null;
        try { return Encoding.UTF8.GetString(Convert.FromBase64String(opaque)); }
        catch (FormatException) { throw AgentException.BadRequest("'after' is not from an earlier answer."); }
    }
}
