using System.Text.Json;

namespace Isthmus.Functions.Mapping;

/// <summary>The names of a document's fields, without their values: what the audit may know of a record.</summary>
internal static class FieldNames
{
    public static IReadOnlyList<string> Of(ReadOnlyMemory<byte> json)
    {
        var names = new List<string>();
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) names.Add(reader.GetString()!);
        }
        return names;
    }
}
