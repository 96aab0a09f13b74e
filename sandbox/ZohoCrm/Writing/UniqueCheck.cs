using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>No two records of a module share the value of a unique field, letter case ignored.</summary>
internal static class UniqueCheck
{
    public static void Run(Org org, CrmModule module, Draft draft, CrmRecord? stored)
    {
        foreach (var (field, value) in draft.Values)
        {
            if (!IsUnique(field) || value is not string text) continue;
            if (module.Records.By(field.Slot, text).FirstOrDefault(other => other != stored) is { } holder)
                draft.Problems.Add(Duplicate(module, field, draft.PathOf(field.ApiName), holder));
        }
    }

    public static bool IsUnique(CrmField field) => field.IsUnique || field.External is not null;

    private static Problem Duplicate(CrmModule module, CrmField field, string path, CrmRecord holder)
    {
        var owner = CrmUser.Find(holder.Owner)!.Reference();
        owner["zuid"] = holder.Owner.ToString()[^8..];
        return new Problem("DUPLICATE_DATA", "duplicate data", new JsonObject
        {
            ["api_name"] = field.ApiName,
            ["json_path"] = path,
            ["id"] = holder.Id.ToString(),
            ["duplicate_record"] = new JsonObject
            {
                ["id"] = holder.Id.ToString(),
                ["module"] = new JsonObject { ["api_name"] = module.ApiName, ["id"] = module.Id.ToString() },
                ["Owner"] = owner,
            },
            ["more_records"] = false,
        });
    }
}
