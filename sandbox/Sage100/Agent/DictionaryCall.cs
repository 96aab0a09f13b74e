using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>GET /companies/{company}/objects/{object}: columns and their lengths at this host.</summary>
internal static class DictionaryCall
{
    public static void Answer(Company company, string name, Utf8JsonWriter answer)
    {
        var table = company.Find(name) ?? throw new AgentException(404, "object_not_found", $"There is no object '{name}'.");
        Table(answer, table.Schema, company.Settings.Release, () => answer.WriteBoolean("writable", table.Schema.Writable));
    }

    private static void Table(Utf8JsonWriter answer, TableSchema schema, Release release, Action? last = null)
    {
        answer.WriteStartObject();
        answer.WriteString("object", schema.Object);
        answer.WriteString("table", schema.Table);
        answer.WriteStartArray("keys");
        foreach (var key in schema.Keys) answer.WriteStringValue(key);
        answer.WriteEndArray();
        answer.WriteStartArray("columns");
        foreach (var column in schema.Columns) Describe(answer, column, release);
        answer.WriteEndArray();
        answer.WritePropertyName("lines");
        if (schema.Lines is { } lines) Table(answer, lines, release);
        else answer.WriteNullValue();
        last?.Invoke();
        answer.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter answer, Column column, Release release)
    {
        answer.WriteStartObject();
        answer.WriteString("name", column.Name);
        answer.WriteString("type", column.Type.ToString().ToLowerInvariant());
        answer.WriteNumber("length", column.LengthIn(release));
        if (column.Type == ColumnType.Number) answer.WriteNumber("decimals", column.Decimals);
        if (column.Type == ColumnType.Flag)
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
