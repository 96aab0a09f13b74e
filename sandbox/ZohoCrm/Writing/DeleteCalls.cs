using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>Deleting: into the recycle bin, one id or up to 100.</summary>
internal static class DeleteCalls
{
    private const int Most = 100;

    public static void Add(CrmRouteList routes)
    {
        routes.Add(new CrmRoute("DELETE", "/{module}", "modules.{module}.DELETE", Several) { WritesRecords = true });
        routes.Add(new CrmRoute("DELETE", "/{module}/{id}", "modules.{module}.DELETE", One) { WritesRecords = true });
    }

    private static CrmAnswer Several(CrmCall call)
    {
        var module = call.Module();
        var ids = call.Several("ids");
        if (ids.Length > Most) throw CrmRefusal.Limit("ids", Most);
        return ItemResult.Answer(call.Org, [.. ids.Select(id => Delete(call, module, id))], 200);
    }

    private static CrmAnswer One(CrmCall call)
    {
        var module = call.Module();
        var id = ExternalIds.Resolve(call, module, call.Path("id"));
        return ItemResult.Answer(call.Org, [Delete(call, module, (id ?? 0).ToString())], 200);
    }

    private static JsonObject Delete(CrmCall call, CrmModule module, string id)
    {
        if (!long.TryParse(id, out var key) || module.Records.Find(key) is not { } record)
            return new Problem(Problem.InvalidData, "record not deleted", new JsonObject { ["id"] = id }).ToJson();
        RecycleBin.Delete(call.Org, module, record, call.User);
        return ItemResult.Success("record deleted", new JsonObject { ["id"] = id });
    }
}
