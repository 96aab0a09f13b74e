using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>Which related lists a module has; and the recycle bin, with the way back out of it.</summary>
internal static class ListCalls
{
    public static void Add(CrmRouteList routes)
    {
        routes.Get("/settings/related_lists", "settings.related_lists.READ", RelatedLists);
        routes.Get("/settings/recycle_bin", "settings.recycle_bin.READ", Bin);
        routes.Get("/settings/recycle_bin/actions/count", "settings.recycle_bin.READ", call =>
            CrmAnswer.Of("count", InBin(call).Count()));
        routes.Post("/settings/recycle_bin/{id}/actions/restore", "settings.recycle_bin.UPDATE", Restore);
    }

    private static CrmAnswer RelatedLists(CrmCall call)
    {
        var module = call.Org.Find(call.Needed("module"));
        if (module is not { IsSubform: false } || !call.Org.IsOpen(module))
            throw new CrmRefusal(400, "INVALID_MODULE", "the module name given seems to be invalid");
        return CrmAnswer.List("related_lists", RelatedList.Of(call.Org, module).Select(Show));
    }

    private static JsonObject Show(RelatedList list, int index) => new()
    {
        ["id"] = list.Id.ToString(),
        ["sequence_number"] = (index + 1).ToString(),
        ["display_label"] = list.ApiName.Replace('_', ' '),
        ["api_name"] = list.ApiName,
        ["module"] = new JsonObject { ["api_name"] = list.Module.ApiName, ["id"] = list.Module.Id.ToString() },
        ["name"] = list.ApiName.Replace('_', ' '),
        ["action"] = null,
        ["href"] = $"{list.Module.ApiName}",
        ["type"] = "default",
        ["connectedmodule"] = null,
        ["linkingmodule"] = null,
        ["customize_sort"] = false,
        ["customize_fields"] = false,
        ["customize_display_label"] = false,
        ["status"] = "visible",
    };

    private static CrmAnswer Bin(CrmCall call)
    {
        var (per, page) = (call.PerPage, call.Page);
        var found = InBin(call).Reverse().Skip((page - 1) * per).Take(per + 1).ToList();
        if (found.Count == 0) return CrmAnswer.Empty;
        return new CrmAnswer(200, new JsonObject
        {
            ["recycle_bin"] = new JsonArray([.. found.Take(per).Select(deleted => (JsonNode)ShowDeleted(call.Org, deleted))]),
            ["info"] = new JsonObject
            {
                ["per_page"] = per, ["count"] = Math.Min(per, found.Count), ["page"] = page, ["more_records"] = found.Count > per,
            },
        });
    }

    private static JsonObject ShowDeleted(Org org, DeletedRecord deleted) => new()
    {
        ["display_name"] = deleted.Name,
        ["deleted_time"] = org.Show(deleted.Deleted),
        ["owner"] = CrmUser.Find(deleted.Record!.Owner)!.Reference(),
        ["module"] = deleted.Module,
        ["deleted_by"] = CrmUser.Find(deleted.DeletedBy)!.Reference(),
        ["id"] = deleted.Id.ToString(),
    };

    private static CrmAnswer Restore(CrmCall call)
    {
        var id = CrmCall.Id(call.Path("id"), 2);
        var deleted = InBin(call).FirstOrDefault(deleted => deleted.Id == id) ?? throw CrmRefusal.Id(2);
        var restored = RecycleBin.Restore(call.Org, deleted, call.User);
        return ItemResult.Answer(call.Org, [restored
            ? ItemResult.Success("record restored", new JsonObject { ["id"] = id.ToString() })
            : new Problem("DUPLICATE_DATA", "duplicate data", new JsonObject { ["id"] = id.ToString() }).ToJson()], 200,
                "recycle_bin");
    }

    private static IEnumerable<DeletedRecord> InBin(CrmCall call) =>
        call.Org.Deleted.Where(deleted => !deleted.IsPermanent(call.Now));
}
