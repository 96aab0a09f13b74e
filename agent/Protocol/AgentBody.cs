using System.Text.Json;

namespace Isthmus.Agent.Protocol;

/// <summary>Reads a call's body, up to 4 MB, and its members.</summary>
internal static class AgentBody
{
    private const int LongestBytes = 4 * 1024 * 1024;
    private const int MostRecords = 500;

    /// <summary>The body's bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellation)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > LongestBytes) throw AgentException.TooLarge("The body is over 4 MB.");
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > LongestBytes) throw AgentException.TooLarge("The body is over 4 MB.");
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException) { }
        throw AgentException.BadRequest("The body is not a JSON object.");
    }

    public static JsonElement Member(this JsonElement body, string name, JsonValueKind kind) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw AgentException.BadRequest($"The member {name} is missing or not {kind}.");

    public static JsonElement? Optional(this JsonElement body, string name, JsonValueKind kind) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? body.Member(name, kind) : null;

    public static string Text(this JsonElement body, string name) => body.Member(name, JsonValueKind.String).GetString()!;

    public static void AllowOnly(this JsonElement body, params ReadOnlySpan<string> names)
    {
        foreach (var member in body.EnumerateObject())
            if (!names.Contains(member.Name)) throw AgentException.BadRequest($"The member {member.Name} is not known here.");
    }

    public static IEnumerable<JsonElement> Records(this JsonElement body)
    {
        body.AllowOnly("records");
        var records = body.Member("records", JsonValueKind.Array);
        if (records.GetArrayLength() > MostRecords) throw AgentException.TooLarge($"More than {MostRecords} records in one call.");
        foreach (var record in records.EnumerateArray())
            if (record.ValueKind != JsonValueKind.Object)
                throw AgentException.BadRequest("'records' holds something that is no object.");
        return records.EnumerateArray();
    }

    /// <summary>A column's value as BOI takes it: text or a double; here decimal, so that cents stay cents.</summary>
    public static object Value(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        _ => throw AgentException.BadRequest($"Column values are strings or numbers, not {value.ValueKind}.")
    };
}
