using System.Buffers;
using System.Text.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// The body of a write: the records as they are, the automations that run, and what decides which record is which.
/// </summary>
internal static class CrmBody
{
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<JsonElement> records, CrmTrigger trigger, string? keyField)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var body = new Utf8JsonWriter(buffer))
        {
            body.WriteStartObject();
            body.WriteStartArray("data");
            foreach (var record in records) record.WriteTo(body);
            body.WriteEndArray();
            if (keyField is not null) WriteTexts(body, "duplicate_check_fields", keyField);
            WriteTexts(body, "trigger", Words(trigger));
            body.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static string[] Words(CrmTrigger trigger) => trigger switch
    {
        CrmTrigger.None => [],
        CrmTrigger.Workflows => ["workflow"],
        _ => ["workflow", "approval", "blueprint", "pathfinder", "orchestration"],
    };

    private static void WriteTexts(Utf8JsonWriter body, string name, params string[] texts)
    {
        body.WriteStartArray(name);
        foreach (var text in texts) body.WriteStringValue(text);
        body.WriteEndArray();
    }
}
