using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Isthmus.Embedded.Tables.Entities;

/// <summary>
/// Properties as JSON in the way of the service: a type that JSON lacks stands before its value as <c>name@odata.type</c>.
/// </summary>
internal static class EntityJson
{
    private const string Annotation = "@odata.type";
    private const int MostKept = 128 * 1024;
    private const int LongestValue = 40; // a Guid has 36 characters, the others less

    [ThreadStatic] private static ArrayBufferWriter<byte>? usual;
    [ThreadStatic] private static Utf8JsonWriter? writer;

    public static byte[] Write(Dictionary<string, object> properties)
    {
        var buffer = usual ??= new ArrayBufferWriter<byte>(1024);
        var json = writer ??= new Utf8JsonWriter(buffer);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        foreach (var (name, value) in properties) Write(json, name, value);
        json.WriteEndObject();
        json.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MostKept) (usual, writer) = (null, null);
        return written;
    }

    public static Dictionary<string, object> Read(ReadOnlySpan<byte> text)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(text);
        string? type = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (name.EndsWith(Annotation, StringComparison.Ordinal)) { type = json.GetString(); continue; }
            properties[name] = Read(ref json, type);
            type = null;
        }
        return properties;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case long number: Write(json, name, "Edm.Int64", number, default); break;
            case double number: Write(json, name, "Edm.Double", number, "R"); break;
            case Guid id: Write(json, name, "Edm.Guid", id, default); break;
            case DateTimeOffset moment: Write(json, name, "Edm.DateTime", moment.UtcDateTime, "O"); break;
            case byte[] bytes:
                Annotate(json, name, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            default: throw new InvalidOperationException($"A {value.GetType()} is no type of the table service.");
        }
    }

    private static void Write<T>(Utf8JsonWriter json, string name, string type, T value, ReadOnlySpan<char> format) where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[LongestValue];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        Annotate(json, name, type);
        json.WriteString(name, text[..length]);
    }

    private static void Annotate(Utf8JsonWriter json, string name, string type)
    {
        Span<char> annotated = stackalloc char[name.Length + Annotation.Length];
        name.CopyTo(annotated);
        Annotation.CopyTo(annotated[name.Length..]);
        json.WriteString(annotated, type);
    }

    private static object Read(ref Utf8JsonReader json, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        "Edm.Guid" => json.GetGuid(),
        "Edm.Binary" => json.GetBytesFromBase64(),
        "Edm.DateTime" => json.GetDateTimeOffset(),
        _ => json.TokenType switch
        {
            JsonTokenType.Number => json.GetInt32(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => json.GetString()!,
        },
    };
}
