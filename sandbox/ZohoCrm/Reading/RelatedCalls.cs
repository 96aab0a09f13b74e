using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Records;
using Isthmus.Sandbox.ZohoCrm.Setup;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>Lists of a record's page: reading, linking and unlinking (vendor notes, section 8.4).</summary>
internal static class RelatedCalls
{
    private const int Most = 100;

    public static void Add(CrmRouteList routes)
    {
        routes.Get("/{module}/{id}/{list}", "modules.{module}.READ", List);
        const string scope = "modules.{module}.UPDATE";
        routes.Add(new CrmRoute("PUT", "/{module}/{id}/{list}", scope, Link) { WritesRecords = true });
        routes.Add(new CrmRoute("PUT", "/{module}/{id}/{list}/{other}", scope, LinkOne) { WritesRecords = true });
        routes.Add(new CrmRoute("DELETE", "/{module}/{id}/{list}", scope, Unlink) { WritesRecords = true });
        routes.Add(new CrmRoute("DELETE", "/{module}/{id}/{list}/{other}", scope, Unlink) { WritesRecords = true });
    }

    private static CrmAnswer List(CrmCall call)
    {
        var (list, parent) = Find(call);
        var fields = FieldList.Of(call, list.Module);
        var (per, page) = (call.PerPage, call.Page);
        var since = call.Since("If-Modified-Since");
        var rows = Rows(call, list, parent).Where(record => since is null || record.Modified > since)
            .OrderByDescending(record => record.Id).Skip((page - 1) * per).Take(per + 1).ToList();
        if (rows.Count == 0) return since is null ? CrmAnswer.Empty : CrmAnswer.NotModified;
        var json = new RecordJson(call.Org);
        return new CrmAnswer(200, new JsonObject
        {
            ["data"] = new JsonArray([.. rows.Take(per).Select(row => (JsonNode)json.Some(list.Module, row, fields))]),
            ["info"] = new JsonObject
            {
                ["per_page"] = per, ["next_page_token"] = null, ["count"] = Math.Min(per, rows.Count), ["page"] = page,
                ["previous_page_token"] = null, ["page_token_expiry"] = null, ["more_records"] = rows.Count > per,
            },
        });
    }

    private static CrmAnswer Link(CrmCall call)
    {
        var body = WriteBody.Read(call.Body);
        if (body.Data.GetArrayLength() > Most) throw CrmRefusal.Limit("data", Most);
        var ids = body.Data.EnumerateArray().Select(item => item.TryGetProperty("id", out var id) ? id.ToString() : "").ToList();
        return Link(call, ids);
    }

    private static CrmAnswer LinkOne(CrmCall call) => Link(call, [call.Path("other")]);

    private static CrmAnswer Link(CrmCall call, List<string> ids)
    {
        var (list, parent) = Find(call);
        return ItemResult.Answer(call.Org, [.. ids.Select((id, index) =>
            CrmCall.TryId(id, out var key) && list.Module.Records.Find(key) is { } record ? Join(call, list, parent, record)
                : Problem.UnknownId("id", $"$.data[{index}].id").ToJson())], 200);
    }

    private static JsonObject Join(CrmCall call, RelatedList list, CrmRecord parent, CrmRecord record)
    {
        if (list.Lookup is { } lookup) list.Module.Records.Change(record, () => record[lookup] = parent.Id);
        else
        {
            if (!call.Org.Links.TryGetValue(list.LinksOf(parent.Id), out var links))
                call.Org.Links[list.LinksOf(parent.Id)] = links = [];
            if (!links.Contains(record.Id)) links.Add(record.Id);
        }
        return ItemResult.Success("relation added", new JsonObject { ["id"] = record.Id.ToString() });
    }

    private static CrmAnswer Unlink(CrmCall call)
    {
        var (list, parent) = Find(call);
        var ids = call.Parameter("ids") is null ? [call.Path("other")] : call.Several("ids");
        return ItemResult.Answer(call.Org, [.. ids.Select(id => Part(call, list, parent, id))], 200);
    }

    private static JsonObject Part(CrmCall call, RelatedList list, CrmRecord parent, string id)
    {
        var key = CrmCall.TryId(id, out var number) ? number : 0;
        if (!Rows(call, list, parent).Any(record => record.Id == key))
            return new Problem(Problem.InvalidData, "the relation does not exist", new JsonObject { ["id"] = id }).ToJson();
        var record = list.Module.Records.Find(key)!;
        if (list.Lookup is { } lookup) list.Module.Records.Change(record, () => record[lookup] = null);
        else call.Org.Links[list.LinksOf(parent.Id)].Remove(key);
        return ItemResult.Success("relation removed", new JsonObject { ["id"] = id });
    }

    private static IEnumerable<CrmRecord> Rows(CrmCall call, RelatedList list, CrmRecord parent) => list.Lookup is { } lookup
        ? list.Module.Records.By(lookup.Slot, parent.Id.ToString())
        : call.Org.Links.GetValueOrDefault(list.LinksOf(parent.Id), []).Select(list.Module.Records.Find).OfType<CrmRecord>();

    private static (RelatedList List, CrmRecord Parent) Find(CrmCall call)
    {
        var module = call.Module();
        var parent = module.Records.Find(CrmCall.Id(call.Path("id"))) ?? throw CrmRefusal.Id();
        var name = call.Path("list");
        var list = RelatedList.Of(call.Org, module).FirstOrDefault(one => one.ApiName == name)
            ?? throw new CrmRefusal(400, Problem.InvalidData, "the relation name given seems to be invalid",
                new JsonObject { ["resource_path_index"] = 2 });
        return (list, parent);
    }
}
