using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>GET /companies/{company}/objects/{object}: columns and their lengths at this host.</summary>
internal static class DictionaryCall
{
    public static void Answer(IBusinessSession session, string name, Utf8JsonWriter answer)
    {
        var described = session.Describe(name)
            ?? throw new AgentException(404, "object_not_found", $"There is no object {name}.");
        Table(answer, described, () => answer.WriteBoolean("writable", described.Writable));
    }

    private static void Table(Utf8JsonWriter answer, ObjectDictionary described, Action? last = null)
    {
        answer.WriteStartObject();
        answer.WriteString("object", described.Object);
        answer.WriteString("table", described.Table);
        answer.WriteStartArray("keys");
        foreach (var key in described.Keys) answer.WriteStringValue(key);
        answer.WriteEndArray();
        answer.WriteStartArray("columns");
        foreach (var column in described.Columns) Describe(answer, column);
        answer.WriteEndArray();
        answer.WritePropertyName("lines");
        if (described.Lines is { } lines) Table(answer, lines);
        else answer.WriteNullValue();
        last?.Invoke();
        answer.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter answer, ColumnFacts column)
    {
        answer.WriteStartObject();
        answer.WriteString("name", column.Name);
        answer.WriteString("type", column.Kind.ToString().ToLowerInvariant());
        answer.WriteNumber("length", column.Length);
        if (column.Kind == ColumnKind.Number) answer.WriteNumber("decimals", column.Decimals);
        if (column.Kind == ColumnKind.Flag)
        {
            answer.WriteStartArray("values");
            foreach (var value in column.Values) answer.WriteStringValue(value);
            answer.WriteEndArray();
        }
        answer.WriteBoolean("readOnly", column.ReadOnly);
        answer.WriteBoolean("required", column.Required);
        answer.WriteEndObject();
    }
}
