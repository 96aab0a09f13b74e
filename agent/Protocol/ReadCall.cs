using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>POST /read: records by key, through the _svc objects, which lock nothing.</summary>
internal static class ReadCall
{
    public static void Answer(IBusinessSession session, JsonElement body, Utf8JsonWriter answer)
    {
        answer.WriteStartObject();
        answer.WriteStartArray("results");
        foreach (var record in body.Records()) Read(session, record, answer);
        answer.WriteEndArray();
        answer.WriteEndObject();
    }

    private static void Read(IBusinessSession session, JsonElement record, Utf8JsonWriter answer)
    {
        record.AllowOnly("ref", "object", "key");
        var name = record.Text("object");
        var key = record.Member("key", JsonValueKind.Object);
        answer.WriteStartObject();
        answer.WriteString("ref", record.Text("ref"));
        if (Find(session, name, key, out var error) is { } row) Found(answer, row);
        else if (error is not null) WriteResult.Refused(answer, error, null);
        else answer.WriteString("outcome", "not_found");
        answer.WriteEndObject();
    }

    private static IBusinessRow? Find(IBusinessSession session, string name, JsonElement key, out BoiError? error)
    {
        try
        {
            var service = session.Service(name);
            var row = service is null ? null : Find(service, key);
            error = service is null ? new BoiError(name, null, null, $"There is no object {name}.") : service.Error;
            return row;
        }
        catch (RefusedObjectException refused)
        {
            error = refused.Error;
            return null;
        }
    }

    private static IBusinessRow? Find(IBusinessService service, JsonElement key)
    {
        foreach (var name in service.Keys)
            if (key.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String)
                service.SetKeyValue(name, part.GetString()!);
        return service.Find();
    }

    private static void Found(Utf8JsonWriter answer, IBusinessRow row)
    {
        answer.WriteString("outcome", "found");
        answer.WritePropertyName("record");
        answer.Write(row);
    }
}
