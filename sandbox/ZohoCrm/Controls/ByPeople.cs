using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Controls;

/// <summary>What someone in the product does with records: create, change, delete, restore, merge, link.</summary>
internal sealed class ByPeople(Org org)
{
    /// <summary>A list of records; one with an id is changed, the others are new.</summary>
    public JsonNode Write(string moduleName, JsonNode body)
    {
        var module = Module(moduleName);
        var reading = new DraftReading(org, module);
        var writing = new RecordWriting(org, module, CrmUser.Person);
        var ids = new JsonArray();
        foreach (var item in body is JsonArray list ? list : [body.DeepClone()])
        {
            var draft = reading.Read(JsonSerializer.SerializeToElement(item), ids.Count);
            var record = draft.Id is { } id ? Change(module, writing, draft, id) : writing.Insert(draft);
            if (record is null) throw new ControlException(Problem.Of(draft.Problems).ToJson().ToJsonString(JsonAnswer.Compact));
            ids.Add(record.Id.ToString());
        }
        return new JsonObject { ["ids"] = ids };
    }

    public JsonNode Delete(string moduleName, JsonObject body)
    {
        var module = Module(moduleName);
        var records = Records(module, body.Need<string[]>("ids"));
        foreach (var record in records) RecycleBin.Delete(org, module, record, CrmUser.Person);
        return new JsonObject { ["deleted"] = records.Count };
    }

    public JsonNode Restore(string moduleName, JsonObject body)
    {
        var ids = body.Need<string[]>("ids");
        var found = org.Deleted.Where(deleted => deleted.Module == moduleName && ids.Contains(deleted.Id.ToString())).ToList();
        return new JsonObject { ["restored"] = found.Count(deleted => RecycleBin.Restore(org, deleted, CrmUser.Person)) };
    }

    /// <summary>{module, master, children}: the children become part of the master.</summary>
    public JsonNode Merge(JsonObject body)
    {
        body.AllowOnly("module", "master", "children");
        var module = Module(body.Need<string>("module"));
        var master = Records(module, [body.Need<string>("master")])[0];
        RecycleBin.Merge(org, module, master, Records(module, body.Need<string[]>("children")), CrmUser.Person);
        return new JsonObject { ["id"] = master.Id.ToString() };
    }

    private static CrmRecord? Change(CrmModule module, RecordWriting writing, Draft draft, long id)
    {
        var record = module.Records.Find(id) ?? throw new ControlException($"{module.ApiName} {id} does not exist.", 404);
        return writing.Update(draft, record) ? record : null;
    }

    private CrmModule Module(string name) =>
        org.Find(name) is { IsSubform: false } module ? module : throw new ControlException($"There is no module '{name}'.", 404);

    private static List<CrmRecord> Records(CrmModule module, IEnumerable<string> ids) => [.. ids.Select(id =>
        long.TryParse(id, out var key) && module.Records.Find(key) is { } record ? record
            : throw new ControlException($"{module.ApiName} {id} does not exist.", 404))];
}
