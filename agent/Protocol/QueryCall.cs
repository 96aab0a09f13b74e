using System.Text;
using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>POST /query: rows of one object in key order, page by page.</summary>
internal static class QueryCall
{
    public static void Answer(IBusinessSession session, JsonElement body, Utf8JsonWriter answer)
    {
        body.AllowOnly("object", "columns", "equals", "updatedSince", "after", "limit");
        var name = body.Text("object");
        var described = session.Describe(name) ?? throw AgentException.BadRequest($"There is no object {name}.");
        var query = QueryBody.Read(described, name, body);
        var page = session.Query(query);
        answer.WriteStartObject();
        answer.WriteStartArray("rows");
        foreach (var row in page.Rows) answer.Write(row, query.Columns);
        answer.WriteEndArray();
        if (page.Next is { } next) answer.WriteString("next", Convert.ToBase64String(Encoding.UTF8.GetBytes(next)));
        else answer.WriteNull("next");
        answer.WriteEndObject();
    }
}
