using System.Text.Json;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Odata;

/// <summary>Writes records as the Web API shows them: dates as midnights, numbers with their digits, details in place.</summary>
internal static class EntityJson
{
    public static void Write(this Utf8JsonWriter json, Entity record, IReadOnlyList<string>? select = null, string? context = null)
    {
        json.WriteStartObject();
        if (context is not null) json.WriteString("@odata.context", context);
        foreach (var property in record.Schema.Properties)
            if (select is null || select.Contains(property.Name)) Value(json, property, record[property.Name]);
        foreach (var (at, details) in record.Schema.Details.Index())
        {
            if (select is not null && !select.Contains(details.Resource)) continue;
            json.WriteStartArray(details.Resource);
            foreach (var detail in record.Details(at)) json.Write(detail);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, Property property, object? value)
    {
        switch (value)
        {
            case decimal number: json.WriteNumber(property.Name, number); break;
            case bool flag: json.WriteBoolean(property.Name, flag); break;
            case DateOnly day: json.WriteString(property.Name, $"{day:yyyy-MM-dd}T00:00:00Z"); break;
            case string text: json.WriteString(property.Name, text); break;
            default: json.WriteNull(property.Name); break;
        }
    }
}
