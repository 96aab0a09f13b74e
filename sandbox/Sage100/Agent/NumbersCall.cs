using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>POST /numbers: nGetNextSalesOrderNo and its like.</summary>
internal static class NumbersCall
{
    public static void Answer(Company company, JsonElement body, Utf8JsonWriter answer)
    {
        body.AllowOnly("object");
        var name = body.Text("object");
        if (!Numbering.Counts(name)) throw AgentException.BadRequest($"'object' {name} has no numbers of its own.");
        answer.WriteStartObject();
        answer.WriteString("number", Numbering.Next(company, name));
        answer.WriteEndObject();
    }
}
