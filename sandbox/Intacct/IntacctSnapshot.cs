using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Intacct.Data;

namespace Isthmus.Sandbox.Intacct;

/// <summary>The company's records as JSON, for people and to go on after a restart.</summary>
internal static class IntacctSnapshot
{
    /// <summary>Records by object, and how often each function was called.</summary>
    public static JsonObject Ledger(Company company, IReadOnlyDictionary<string, long> calls)
    {
        var shown = new JsonObject { ["company"] = Company.Id };
        foreach (var table in company.Tables)
            shown[table.Type.Name] = new JsonArray([.. table.All.Select(record => Show(company, record))]);
        shown["calls"] = new JsonObject(calls.OrderBy(call => call.Key, StringComparer.Ordinal)
            .Select(call => KeyValuePair.Create(call.Key, (JsonNode?)call.Value)));
        return shown;
    }

    public static JsonObject Save(Company company) => new()
    {
        ["settings"] = company.Settings.Show(),
        ["last"] = company.LastNumber,
        ["fields"] = new JsonObject(company.Tables.Where(table => table.Type.Custom.Count > 0).Select(table => KeyValuePair.Create(
            table.Type.Name, (JsonNode?)new JsonArray([.. table.Type.Custom.Select(field => JsonSerializer.SerializeToNode(field))])))),
        ["tables"] = new JsonObject(company.Tables.Select(table => KeyValuePair.Create(
            table.Type.Name, (JsonNode?)new JsonArray([.. table.All.Select(Pack)])))),
    };

    public static void Load(Company company, JsonNode state)
    {
        company.Settings.Change(state["settings"]!.AsObject());
        foreach (var (name, fields) in state["fields"]!.AsObject())
            foreach (var field in fields!.AsArray()) company.Find(name)?.Type.Add(field.Deserialize<FieldType>()!);
        foreach (var (name, rows) in state["tables"]!.AsObject())
        {
            if (company.Find(name) is not { } table) continue;
            table.Clear();
            foreach (var row in rows!.AsArray()) table.Put(Unpack(row!));
        }
        company.Resume(state["last"]!.GetValue<long>());
    }

    private static JsonObject Show(Company company, Record record)
    {
        var shown = Pack(record);
        shown["WHENMODIFIED"] = company.Time.Show(record.Modified);
        return shown;
    }

    private static JsonObject Pack(Record record) => new()
    {
        ["RECORDNO"] = record.Number,
        ["created"] = record.Created.ToUnixTimeSeconds(),
        ["modified"] = record.Modified?.ToUnixTimeSeconds(),
        ["values"] = Values(record.Values),
        ["list"] = new JsonArray([.. record.List.Select(item => (JsonNode)Values(item))]),
    };

    private static JsonObject Values(Dictionary<string, string> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));

    private static Record Unpack(JsonNode row)
    {
        var record = new Record(row["RECORDNO"]!.GetValue<long>())
        {
            Created = DateTimeOffset.FromUnixTimeSeconds(row["created"]!.GetValue<long>()),
            Modified = row["modified"] is { } at ? DateTimeOffset.FromUnixTimeSeconds(at.GetValue<long>()) : null,
        };
        foreach (var (name, value) in row["values"]!.AsObject()) record[name] = value!.GetValue<string>();
        record.Put([.. row["list"]!.AsArray().Select(item => item!.AsObject().ToDictionary(
            part => part.Key, part => part.Value!.GetValue<string>(), StringComparer.OrdinalIgnoreCase))]);
        return record;
    }
}
