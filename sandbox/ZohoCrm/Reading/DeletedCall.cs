using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>GET /{module}/deleted: 60 days in the recycle bin, another 60 without names (vendor notes, section 8.3).</summary>
internal static class DeletedCall
{
    public static CrmAnswer List(CrmCall call)
    {
        var module = call.Module();
        var type = call.Parameter("type") ?? "all";
        if (type is not ("all" or "recycle" or "permanent")) throw CrmRefusal.Parameter("type");
        var (per, page) = (call.PerPage, call.Page);
        var since = call.Since("If-Modified-Since");
        var found = call.Org.Deleted
            .Where(deleted => deleted.Module == module.ApiName
                && call.Now - deleted.Deleted < DeletedRecord.Listed
                && (since is null || deleted.Deleted >= since)
                && (type == "all" || type == "permanent" == deleted.IsPermanent(call.Now)))
            .Reverse().Skip((page - 1) * per).Take(per + 1).Select(deleted => Show(call, deleted)).ToList();
        if (found.Count > 0) return CrmAnswer.Page("data", found, per, page);
        return since is null ? CrmAnswer.Empty : CrmAnswer.NotModified;
    }

    private static JsonObject Show(CrmCall call, DeletedRecord deleted)
    {
        var permanent = deleted.IsPermanent(call.Now);
        return new JsonObject
        {
            ["deleted_by"] = permanent ? null : CrmUser.Find(deleted.DeletedBy)!.Reference(),
            ["id"] = deleted.Id.ToString(),
            ["display_name"] = permanent ? null : deleted.Name,
            ["type"] = permanent ? "permanent" : "recycle",
            ["created_by"] = permanent ? null : CrmUser.Find(deleted.CreatedBy)!.Reference(),
            ["deleted_time"] = call.Org.Show(deleted.Deleted),
        };
    }
}
