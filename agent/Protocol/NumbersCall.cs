using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>POST /numbers: nGetNextSalesOrderNo and its like.</summary>
internal static class NumbersCall
{
    public static void Answer(IBusinessSession session, JsonElement body, Utf8JsonWriter answer)
    {
        body.AllowOnly("object");
        var name = body.Text("object");
        var number = session.NextNumber(name) ?? throw AgentException.BadRequest($"{name} has no numbers of its own.");
        answer.WriteStartObject();
        answer.WriteString("number", number);
        answer.WriteEndObject();
    }
}
