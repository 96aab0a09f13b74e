using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>A line as one JSON object: time, level, category, event, run, message, fields, errors.</summary>
internal static class JsonLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(LogLine line, IBufferWriter<byte> target)
    {
        using (var json = new Utf8JsonWriter(target, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", line.At.UtcDateTime.ToString("O"));
            json.WriteString("level", line.LevelWord);
            json.WriteString("category", line.Category);
            if (line.Event.Id != 0) json.WriteNumber("event", line.Event.Id);
            if (line.Run is not null) json.WriteString("run", line.Run);
            json.WriteString("message", line.Message);
            WriteFields(line, json);
            WriteErrors(line, json);
            json.WriteEndObject();
        }
        target.Write("\n"u8);
    }

    private static void WriteFields(LogLine line, Utf8JsonWriter json)
    {
        if (line.Fields.Count == 0) return;
        json.WriteStartObject("fields");
        foreach (var (name, value) in line.Fields)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case null: json.WriteNullValue(); break;
                case bool yes: json.WriteBooleanValue(yes); break;
                case int number: json.WriteNumberValue(number); break;
                case long number: json.WriteNumberValue(number); break;
                case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
                default: json.WriteStringValue(value.ToString()); break;
            }
        }
        json.WriteEndObject();
    }

    private static void WriteErrors(LogLine line, Utf8JsonWriter json)
    {
        if (line.Errors.Count == 0) return;
        json.WriteStartArray("errors");
        foreach (var error in line.Errors)
        {
            json.WriteStartObject();
            json.WriteString("type", error.Type);
            if (error.Message is not null) json.WriteString("message", error.Message);
            if (error.Stack is not null) json.WriteString("stack", error.Stack);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
