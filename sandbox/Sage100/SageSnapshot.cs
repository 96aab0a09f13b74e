using System.Text.Json.Nodes;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100;

/// <summary>The company's files as one JSON document and back. Columns at their default are left out.</summary>
internal static class SageSnapshot
{
    public static JsonObject Save(Company company) => new()
    {
        ["settings"] = company.Settings.Show(),
        ["numbers"] = new JsonObject(company.Numbers.Last.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)n.Value))),
        ["userFields"] = new JsonObject(company.Tables.Select(t =>
            KeyValuePair.Create(t.Schema.Object, (JsonNode?)Fields(t.Schema)))),
        ["tables"] = new JsonObject(company.Tables.Select(t =>
            KeyValuePair.Create(t.Schema.Object, (JsonNode?)new JsonArray([.. t.After(null).Select(Pack)]))))
    };

    public static void Load(Company company, JsonNode state)
    {
        company.Settings.Change(state["settings"]!.AsObject());
        foreach (var (name, last) in state["numbers"]!.AsObject()) company.Numbers.Resume(name, last!.GetValue<int>());
        foreach (var table in company.Tables)
        {
            if (state["userFields"]?[table.Schema.Object] is JsonObject fields) AddFields(table.Schema, fields);
            if (state["tables"]?[table.Schema.Object] is not JsonArray rows) continue;
            table.Clear();
            foreach (var row in rows) table.Put(Unpack(table.Schema, row!.AsObject(), LineSchema(company, table.Schema)));
        }
    }

    // History keeps the lines of the open orders' table.
    private static TableSchema? LineSchema(Company company, TableSchema schema) =>
        schema.Lines ?? (schema.Object == SalesOrderHistorySchema.Object ? company[SalesOrderSchema.Object].Schema.Lines : null);

    private static JsonObject Fields(TableSchema schema) => new(schema.Columns
        .Where(column => column.Name.StartsWith("UDF_", StringComparison.Ordinal))
        .Select(column => KeyValuePair.Create(column.Name, (JsonNode?)column.Length)));

    private static void AddFields(TableSchema schema, JsonObject fields)
    {
        foreach (var (name, length) in fields)
            if (schema.Find(name) is null) schema.Add(Columns.Text(name, length!.GetValue<int>()));
    }

    private static JsonObject Pack(Row row)
    {
        var packed = new JsonObject();
        foreach (var column in row.Schema.Columns)
            if (!row[column].Equals(column.Default))
                packed[column.Name] = JsonValue.Create(row[column] as string) ?? Number(row[column]);
        if (row.Lines.Count > 0) packed["Lines"] = new JsonArray([.. row.Lines.Select(Pack)]);
        return packed;
    }

    private static JsonValue Number(object value) => JsonValue.Create((decimal)value);

    private static Row Unpack(TableSchema schema, JsonObject packed, TableSchema? lines)
    {
        var row = new Row(schema);
        foreach (var (name, value) in packed)
        {
            if (value is JsonArray array) row.Lines.AddRange(array.Select(line => Unpack(lines!, line!.AsObject(), null)));
            else if (schema.Find(name) is { } column)
                row.Set(name, column.Type == ColumnType.Number ? value!.GetValue<decimal>() : value!.GetValue<string>());
        }
        return row;
    }
}
