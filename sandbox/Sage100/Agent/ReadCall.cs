using System.Text.Json;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>POST /read: records by key, through the _svc objects, which lock nothing.</summary>
internal static class ReadCall
{
    public static void Answer(Company company, JsonElement body, Utf8JsonWriter answer)
    {
        answer.WriteStartObject();
        answer.WriteStartArray("results");
        foreach (var record in body.Records()) Read(company, record, answer);
        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    private static void Read(Company company, JsonElement record, Utf8JsonWriter answer)
    {
        record.AllowOnly("ref", "object", "key");
        var name = record.Text("object");
        answer.WriteStartObject();
        answer.WriteString("ref", record.Text("ref"));
        if (company.Find(name) is not { } table)
            WriteResult.Refused(answer, new BoiError(name, null, null, $"There is no object '{name}'."), null);
        else if (Key(company, table, record.Member("key", JsonValueKind.Object), out var key) is { } error)
            WriteResult.Refused(answer, error, null);
        else Found(answer, table.Find(key));
        answer.WriteEndObject();
    }

    private static void Found(Utf8JsonWriter answer, Row? row)
    {
        answer.WriteString("outcome", row is null ? "not_found" : "found");
        if (row is null) return;
        answer.WritePropertyName("record");
        answer.Write(row);
    }

    private static BoiError? Key(Company company, Table table, JsonElement given, out string key)
    {
        key = "";
        var parts = new List<string>();
        foreach (var name in table.Schema.Keys)
        {
            if (!given.TryGetProperty(name, out var part) || part.ValueKind != JsonValueKind.String)
                return new BoiError(table.Schema.Bus, name, null, $"The {table.Schema.Find(name)!.Label} is required");
            parts.Add(ColumnRules.Format(table.Schema.Find(name)!, part.GetString()!, company.Settings.Release));
        }
        key = TableKey.Of(parts);
        return null;
    }
}
