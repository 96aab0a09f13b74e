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

    private static CrmAnswer RelatedLists(CrmCall call) =>
        CrmAnswer.List("related_lists", RelatedList.Of(call.Org, call.NeededModule()).Select(Show));

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
        var found = InBin(call).Reverse().Skip((page - 1) * per).Take(per + 1)
            .Select(deleted => ShowDeleted(call.Org, deleted)).ToList();
        return found.Count == 0 ? CrmAnswer.Empty : CrmAnswer.Page("recycle_bin", found, per, page);
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
        var details = new JsonObject { ["id"] = id.ToString() };
        var result = RecycleBin.Restore(call.Org, deleted, call.User) ? ItemResult.Success("record restored", details)
            : new Problem("DUPLICATE_DATA", "duplicate data", details).ToJson();
        return ItemResult.Answer(call.Org, [result], 200, "recycle_bin");
    }

    private static IEnumerable<DeletedRecord> InBin(CrmCall call) =>
        call.Org.Deleted.Where(deleted => !deleted.IsPermanent(call.Now));
}
