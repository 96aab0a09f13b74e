using System.Buffers;
using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>The bodies of the write operation, both ways.</summary>
internal static class SageWriteJson
{
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<SageWrite> records)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 + records.Sum(record => record.Body.Length + 256));
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        foreach (var record in records) Write(writer, record);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, SageWrite record)
    {
        writer.WriteStartObject();
        writer.WriteString("ref", record.Ref);
        writer.WriteString("object", record.Object);
        writer.WriteString("mode",
            record.Mode switch { SageMode.Create => "create", SageMode.Update => "update", _ => "delete" });
        writer.WriteStartObject("key");
        foreach (var (column, value) in record.Key) writer.WriteString(column, value);
        writer.WriteEndObject();
        if (!record.Body.IsEmpty) WriteBody(writer, record.Body.Span);
        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, ReadOnlySpan<byte> body)
    {
        var document = JsonElement.Parse(body);
        foreach (var name in (ReadOnlySpan<string>)["values", "lines"])
        {
            if (document.Member(name) is not { } member) continue;
            writer.WritePropertyName(name);
            member.WriteTo(writer);
        }
    }

    /// <summary>What became of one record.</summary>
    public static SageWriteResult ReadResult(JsonElement result) => new(
        result.Text("ref") ?? "", Outcome(result.Text("outcome")), result.Member("record"), result.Text("message"),
        ReadError(result));

    private static SageOutcome Outcome(string? outcome) => outcome switch
    {
        "written" => SageOutcome.Written,
        "written_with_warning" => SageOutcome.WrittenWithWarning,
        "exists" => SageOutcome.Exists,
        "not_found" => SageOutcome.NotFound,
        "refused" => SageOutcome.Refused,
        "locked" => SageOutcome.Locked,
        "failed" => SageOutcome.Failed,
        _ => throw new FailureException(new Failure(FailureClass.Bug, SageOptions.Id, "write records", "unknown-outcome",
            "The agent gave an outcome that this version does not know.",
            "Bring agent and app to the same protocol version.") { EffectUnknown = true }),
    };

    /// <summary>The refused line's number stands beside the error.</summary>
    public static SageError? ReadError(JsonElement result) => result.Member("error") is not { } error ? null : new SageError(
        error.Text("object") ?? "", error.Text("column"), error.Text("value"), error.Text("message") ?? "",
        (int?)(result.Whole("line") ?? error.Whole("line")));
}
