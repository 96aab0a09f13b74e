using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>What became of each item, and the status of them all (vendor notes, sections 4 and 7.2).</summary>
internal static class ItemResult
{
    public static JsonObject Written(Org org, CrmRecord record, bool isNew)
    {
        var details = new JsonObject
        {
            ["Modified_Time"] = org.Show(record.Modified),
            ["Modified_By"] = CrmUser.Find(record.ModifiedBy)!.Reference(),
            ["Created_Time"] = org.Show(record.Created),
            ["id"] = record.Id.ToString(),
            ["Created_By"] = CrmUser.Find(record.CreatedBy)!.Reference(),
        };
        if (isNew) details["$approval_state"] = "approved";
        return Success(isNew ? "record added" : "record updated", details);
    }

    public static JsonObject Success(string message, JsonObject details) => new()
    {
        ["code"] = "SUCCESS", ["details"] = details, ["message"] = message, ["status"] = "success",
    };

    public static CrmAnswer Answer(Org org, IReadOnlyList<JsonObject> results, int success, string name = "data")
    {
        var failed = results.Count(result => (string?)result["status"] == "error");
        var status = failed == 0 ? success : failed < results.Count ? org.Settings.PartialStatus
            : results.All(result => (string?)result["code"] == "ALREADY_MODIFIED") ? 412 : org.Settings.AllFailedStatus;
        return new CrmAnswer(status, new JsonObject { [name] = new JsonArray([.. results]) });
    }
}
