using System.Text.Json;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Controls;

/// <summary>Values in a saved state: plain JSON, read back by the type of their field.</summary>
internal sealed class ValueCodec(Org org)
{
    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case decimal number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case long id: json.WriteNumberValue(id); break;
            case DateTimeOffset time: json.WriteStringValue(time); break;
            case IReadOnlyList<CrmRow> rows: WriteRows(json, rows); break;
            default: JsonSerializer.Serialize(json, value, value.GetType()); break;
        }
    }

    public object? Read(CrmField field, JsonElement value) => field.Type switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        FieldType.Lookup or FieldType.OwnerLookup => value.GetInt64(),
        FieldType.DateTime => value.GetDateTimeOffset(),
        FieldType.Boolean => value.GetBoolean(),
        FieldType.MultiSelect or FieldType.Tags => value.Deserialize<string[]>(),
        FieldType.LineTax => value.Deserialize<List<LineTax>>(),
        FieldType.Subform => ReadRows(field, value),
        _ when field.Type.IsNumber() => value.GetDecimal(),
        _ => value.GetString(),
    };

    private static void WriteRows(Utf8JsonWriter json, IReadOnlyList<CrmRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("id", row.Id);
            foreach (var (name, value) in row.Values)
            {
                json.WritePropertyName("." + name);
                if (value is null) json.WriteNullValue();
                else Write(json, value);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private List<CrmRow> ReadRows(CrmField subform, JsonElement rows)
    {
        var module = org.Find(subform.Target!)!;
        return [.. rows.EnumerateArray().Select(row => new CrmRow(row.GetProperty("id").GetInt64(),
            row.EnumerateObject().Where(member => member.Name[0] == '.' && module.Find(member.Name[1..]) is not null)
                .ToDictionary(member => member.Name[1..], member => Read(module.Field(member.Name[1..]), member.Value))))];
    }
}
