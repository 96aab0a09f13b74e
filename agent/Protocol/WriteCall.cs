using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>POST /write: each record on its own; a bad one never fails its neighbours.</summary>
internal static class WriteCall
{
    public static void Answer(IBusinessSession session, JsonElement body, Utf8JsonWriter answer)
    {
        var records = body.Records().ToList();
        foreach (var record in records) Check(record);
        answer.WriteStartObject();
        answer.WriteStartArray("results");
        foreach (var record in records) Write(session, record).Write(answer, record.Text("ref"));
        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    // The agent cannot know how far Sage came with the record; the next one gets a session of its own.
    private static WriteResult Write(IBusinessSession session, JsonElement record)
    {
        try { return new RecordWrite(session, record).Run(); }
        catch (RefusedObjectException refused) { return new WriteResult("refused", Error: refused.Error); }
        catch (UnknownVerbException unknown)
        {
            return new WriteResult("refused", Error: new BoiError(unknown.Object, null, null, unknown.Message));
        }
        catch (BrokenSessionException broken) { return new WriteResult("failed", Message: broken.Message); }
    }

    private static void Check(JsonElement record)
    {
        record.AllowOnly("ref", "object", "mode", "key", "values", "lines");
        record.Text("ref");
        record.Text("object");
        CheckValues(record.Member("key", JsonValueKind.Object));
        if (record.Text("mode") is not ("create" or "update" or "delete"))
            throw AgentException.BadRequest("'mode' is create, update or delete.");
        if (record.Optional("values", JsonValueKind.Object) is { } values) CheckValues(values);
        if (record.Optional("lines", JsonValueKind.Array) is not { } lines) return;
        foreach (var line in lines.EnumerateArray())
        {
            if (line.ValueKind != JsonValueKind.Object)
                throw AgentException.BadRequest("'lines' holds something that is no object.");
            CheckValues(line);
            line.Optional("LineKey", JsonValueKind.String);
        }
    }

    // Before any record is written, so that a malformed call leaves nothing behind.
    private static void CheckValues(JsonElement values)
    {
        foreach (var value in values.EnumerateObject()) value.Value.Value();
    }
}
