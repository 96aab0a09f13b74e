using System.Text.Json;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Updates;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>POST /write: each record on its own; a bad one never fails its neighbours.</summary>
internal static class WriteCall
{
    public static void Answer(Company company, FaultPlan faults, JsonElement body, Utf8JsonWriter answer)
    {
        var records = body.Records().ToList();
        foreach (var record in records) Check(record);
        answer.WriteStartObject();
        answer.WriteStartArray("results");
        foreach (var record in records)
        {
            var result = new RecordWrite(company, record).Run();
            var subject = $"{record.Text("object")} {record.Text("mode")}";
            // The COM session broke after the record was stored: the agent cannot know.
            if (faults.Take(SageVendor.Id, FaultKind.StoredError, subject))
                result = new WriteResult("failed", Message: "The session to Sage broke. (0x800706BE)");
            result.Write(answer, record.Text("ref"));
        }
        if (company.Settings.AutoPost) RegisterUpdates.Run(company);
        answer.WriteEndArray();
        answer.WriteEndObject();
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
