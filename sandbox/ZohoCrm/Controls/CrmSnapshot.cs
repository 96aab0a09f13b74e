using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Notifications;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;
using Isthmus.Sandbox.ZohoCrm.Setup;

namespace Isthmus.Sandbox.ZohoCrm.Controls;

/// <summary>Everything that outlives the process. Records are written as text at once: there may be very many.</summary>
internal static class CrmSnapshot
{
    public static JsonNode Save(Org org, Channels channels, Accounts accounts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonObject state;
        lock (org.Gate)
        {
            state = new JsonObject
            {
                ["settings"] = org.Settings.ToJson(),
                ["paidType"] = org.PaidType,
                ["location"] = org.Location,
                ["firstAccountsStays"] = org.FirstAccountsStays,
                ["lastId"] = org.LastId,
                ["definitions"] = JsonSerializer.SerializeToNode(org.Definitions),
                ["pipelines"] = JsonSerializer.SerializeToNode(org.Pipelines),
                ["links"] = JsonSerializer.SerializeToNode(org.Links),
                ["channels"] = JsonSerializer.SerializeToNode(channels.Live),
                ["tokens"] = JsonSerializer.SerializeToNode(accounts.State),
            };
            using var json = new Utf8JsonWriter(buffer);
            WriteRecords(json, org);
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        state["records"] = JsonObject.Create(document.RootElement.Clone());
        return state;
    }

    public static void Load(JsonNode state, Org org, Channels channels, Accounts accounts)
    {
        org.Settings = new CrmSettings().With(state["settings"]!.AsObject());
        org.PaidType = state["paidType"]!.GetValue<string>();
        org.Location = state["location"]!.GetValue<string>();
        org.FirstAccountsStays = state["firstAccountsStays"]!.GetValue<bool>();
        org.LastId = state["lastId"]!.GetValue<long>();
        org.Definitions = state["definitions"].Deserialize<List<FieldDefinition>>()!;
        foreach (var definition in org.Definitions) FieldSetup.Define(org, definition);
        org.Pipelines = state["pipelines"].Deserialize<List<Pipeline>>()!;
        FieldSetup.ShowStages(org);
        org.Links = state["links"].Deserialize<Dictionary<string, List<long>>>()!;
        foreach (var channel in state["channels"].Deserialize<List<Channel>>()!) channels.Put(channel);
        accounts.Load(state["tokens"].Deserialize<AccountsState>()!);
        ReadRecords(state["records"].Deserialize<JsonElement>(), org);
    }

    private static void WriteRecords(Utf8JsonWriter json, Org org)
    {
        json.WriteStartObject();
        foreach (var module in org.Modules.Where(module => module.Records.Count > 0))
        {
            json.WriteStartArray(module.ApiName);
            foreach (var record in module.Records.ById(false)) RecordCodec.Write(json, module, record);
            json.WriteEndArray();
        }
        json.WriteStartArray("$deleted");
        foreach (var deleted in org.Deleted) WriteDeleted(json, org, deleted);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDeleted(Utf8JsonWriter json, Org org, DeletedRecord deleted)
    {
        json.WriteStartObject();
        json.WriteNumber("id", deleted.Id);
        json.WriteString("module", deleted.Module);
        json.WriteString("name", deleted.Name);
        json.WriteNumber("createdBy", deleted.CreatedBy);
        json.WriteNumber("deletedBy", deleted.DeletedBy);
        json.WriteString("deleted", deleted.Deleted);
        if (deleted.Record is { } record)
        {
            json.WritePropertyName("record");
            RecordCodec.Write(json, org.Find(deleted.Module)!, record);
        }
        json.WriteEndObject();
    }

    private static void ReadRecords(JsonElement saved, Org org)
    {
        var codec = new RecordCodec(org);
        foreach (var section in saved.EnumerateObject())
            if (section.Name == "$deleted")
                org.Deleted = [.. section.Value.EnumerateArray().Select(deleted => ReadDeleted(codec, org, deleted))];
            else if (org.Find(section.Name) is { } module)
                foreach (var record in section.Value.EnumerateArray()) module.Records.Add(codec.Read(module, record));
    }

    private static DeletedRecord ReadDeleted(RecordCodec codec, Org org, JsonElement saved)
    {
        var module = saved.GetProperty("module").GetString()!;
        return new DeletedRecord
        {
            Id = saved.GetProperty("id").GetInt64(),
            Module = module,
            Name = saved.GetProperty("name").GetString()!,
            CreatedBy = saved.GetProperty("createdBy").GetInt64(),
            DeletedBy = saved.GetProperty("deletedBy").GetInt64(),
            Deleted = saved.GetProperty("deleted").GetDateTimeOffset(),
            Record = saved.TryGetProperty("record", out var record) ? codec.Read(org.Find(module)!, record) : null,
        };
    }
}
