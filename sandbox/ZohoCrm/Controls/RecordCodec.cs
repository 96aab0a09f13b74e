using System.Text.Json;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Controls;

/// <summary>Records in a saved state: $ before what is the system's, API names for the rest.</summary>
internal sealed class RecordCodec(Org org)
{
    private readonly ValueCodec values = new(org);

    public static void Write(Utf8JsonWriter json, CrmModule module, CrmRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("$id", record.Id);
        json.WriteNumber("$created", record.Created.ToUnixTimeSeconds());
        json.WriteNumber("$modified", record.Modified.ToUnixTimeSeconds());
        json.WriteNumber("$indexed", record.IndexedAt.ToUnixTimeSeconds());
        json.WriteNumber("$createdBy", record.CreatedBy);
        json.WriteNumber("$modifiedBy", record.ModifiedBy);
        json.WriteNumber("$owner", record.Owner);
        foreach (var field in module.Fields)
            if (record[field] is { } value)
            {
                json.WritePropertyName("." + field.ApiName);
                ValueCodec.Write(json, value);
            }
        json.WriteEndObject();
    }

    public CrmRecord Read(CrmModule module, JsonElement saved)
    {
        var record = new CrmRecord(Number(saved, "$id"))
        {
            Created = Time(saved, "$created"),
            Modified = Time(saved, "$modified"),
            IndexedAt = Time(saved, "$indexed"),
            CreatedBy = Number(saved, "$createdBy"),
            ModifiedBy = Number(saved, "$modifiedBy"),
            Owner = Number(saved, "$owner"),
        };
        foreach (var member in saved.EnumerateObject())
            if (member.Name[0] == '.' && module.Find(member.Name[1..]) is { } field)
                record[field] = values.Read(field, member.Value);
        return record;
    }

    private static long Number(JsonElement saved, string name) => saved.GetProperty(name).GetInt64();

    private static DateTimeOffset Time(JsonElement saved, string name) => DateTimeOffset.FromUnixTimeSeconds(Number(saved, name));
}
