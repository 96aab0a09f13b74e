using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Odata;
using Isthmus.Sandbox.Sage300.Rules;

namespace Isthmus.Sandbox.Sage300;

/// <summary>The company's records as one JSON document, for people and proofs, and for a restart.</summary>
internal static class Snapshot
{
    public static JsonObject Ledger(Company company)
    {
        var ledger = new JsonObject { ["company"] = Company.Id };
        foreach (var table in company.Tables) ledger[table.Schema.Resource] = Records(table);
        return ledger;
    }

    public static JsonObject Save(Company company) => new()
    {
        ["settings"] = company.Settings.Show(),
        ["counters"] = new JsonObject(company.Counters.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value))),
        ["tables"] = new JsonObject(company.Tables.Select(table => KeyValuePair.Create(table.Schema.Resource, (JsonNode?)Records(table))))
    };

    public static void Load(Company company, JsonNode state)
    {
        company.Settings.Change(state["settings"]!.AsObject());
        foreach (var (name, last) in state["counters"]!.AsObject()) company.Counters[name] = last!.GetValue<long>();
        var fields = new EntityFields(new ViewRules(company), byClerk: true);
        foreach (var table in company.Tables)
        {
            if (state["tables"]?[table.Schema.Resource] is not JsonArray records) continue;
            table.Clear();
            foreach (var record in records)
            {
                var entity = new Entity(table.Schema);
                fields.Enter(null, entity, JsonElement.Parse(record!.ToJsonString()));
                table.Put(entity);
            }
        }
    }

    private static JsonArray Records(Table table) => new([.. table.All.Select(record =>
        JsonNode.Parse(Encoding.UTF8.GetString(Reply.Of(200, json => json.Write(record)).Body.Span)))]);
}
