using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>POST /numbers: nGetNextSalesOrderNo and its like.</summary>
internal static class NumbersCall
{
    public static void Answer(Company company, JsonElement body, Utf8JsonWriter answer)
    {
        body.AllowOnly("object");
        var name = body.Text("object");
        if (!company.Numbers.Counts(name)) throw AgentException.BadRequest($"'object' {name} has no numbers of its own.");
        answer.WriteStartObject();
        answer.WriteString("number", company.Numbers.Next(name, number => IsTaken(company, name, number)));
        answer.WriteEndObject();
    }

    private static bool IsTaken(Company company, string name, string number) => name == SalesOrderSchema.Object
        ? company[name].Find(number) is not null || company[SalesOrderHistorySchema.Object].Find(number) is not null
        : company[name].Find(TableKey.Of("00", number)) is not null;
}
