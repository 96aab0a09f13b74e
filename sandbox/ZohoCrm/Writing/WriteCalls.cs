using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>Insert, update and upsert, in batches of at most 100.</summary>
internal static class WriteCalls
{
    private const string Scope = "modules.{module}.";

    public static void Add(CrmRouteList routes)
    {
        routes.Add(new CrmRoute("POST", "/{module}", Scope + "CREATE", Insert) { WritesRecords = true });
        routes.Add(new CrmRoute("PUT", "/{module}", Scope + "UPDATE", call => Update(call, null)) { WritesRecords = true });
        routes.Add(new CrmRoute("PUT", "/{module}/{id}", Scope + "UPDATE", UpdateOne) { WritesRecords = true });
        routes.Add(new CrmRoute("POST", "/{module}/upsert", Scope + "CREATE", Upsert) { WritesRecords = true });
    }

    private static CrmAnswer Insert(CrmCall call) => Each(call, 201, (writing, _, draft) => Insert(call, writing, draft));

    private static CrmAnswer UpdateOne(CrmCall call) => Update(call, ExternalIds.Resolve(call, call.Module(), call.Path("id")));

    private static CrmAnswer Update(CrmCall call, long? id) => Each(call, 200, (writing, module, draft) =>
    {
        if ((id ?? draft.Id) is not { } key) return Problem.Missing("id", draft.PathOf("id")).ToJson();
        return module.Records.Find(key) is { } record ? Update(call, writing, module, draft, record)
            : Problem.UnknownId("id", draft.PathOf("id")).ToJson();
    });

    private static CrmAnswer Upsert(CrmCall call)
    {
        UpsertMatch? match = null;
        return Each(call, 200, (writing, module, draft) =>
        {
            match ??= new UpsertMatch(module, WriteBody.Read(call.Body).DuplicateCheck);
            if (draft.Problems.Count > 0) return Problem.Of(draft.Problems).ToJson();
            var found = draft.Id is { } id && module.Records.Find(id) is { } named ? (named, null) : match.Find(draft);
            var result = found is { } hit ? Update(call, writing, module, draft, hit.Record) : Insert(call, writing, draft);
            if ((string?)result["status"] == "error") return result;
            result["duplicate_field"] = found?.Field?.ApiName;
            result["action"] = found is null ? "insert" : "update";
            return result;
        });
    }

    private static CrmAnswer Each(CrmCall call, int success, Func<RecordWriting, CrmModule, Draft, JsonObject> write)
    {
        var module = call.Module();
        var body = WriteBody.Read(call.Body);
        call.Org.Automations.Count(body.Trigger, body.Data.GetArrayLength());
        var reading = new DraftReading(call.Org, module);
        var writing = new RecordWriting(call.Org, module, call.User);
        var results = new List<JsonObject>(body.Data.GetArrayLength());
        foreach (var item in body.Data.EnumerateArray())
        {
            var draft = reading.Read(item, results.Count);
            results.Add(Refused(call, module, item) ?? write(writing, module, draft));
        }
        return ItemResult.Answer(call.Org, results, success);
    }

    /// <summary>A fault may refuse an item with any code: those of approvals and blueprints come from people's work.</summary>
    private static JsonObject? Refused(CrmCall call, CrmModule module, JsonElement item) =>
        call.Faults.TryTake(CrmVendor.VendorName, FaultKind.StoredError, $"{module.ApiName} {item.GetRawText()}") is { } fault
            ? new Problem(fault.Code ?? "NOT_APPROVED", "the record cannot be changed now", []).ToJson() : null;

    private static JsonObject Insert(CrmCall call, RecordWriting writing, Draft draft) =>
        writing.Insert(draft) is { } record ? ItemResult.Written(call.Org, record, isNew: true)
            : Problem.Of(draft.Problems).ToJson();

    private static JsonObject Update(CrmCall call, RecordWriting writing, CrmModule module, Draft draft, CrmRecord record)
    {
        if (call.Since("If-Unmodified-Since") is { } since && record.Modified > since) return AlreadyModified(call, record);
        if (call.Faults.TryTake(CrmVendor.VendorName, FaultKind.RecordLock, $"{module.ApiName} {record.Id}", call.Subject) is not null)
            return new Problem("RECORD_LOCKED", "record is locked", new JsonObject { ["id"] = record.Id.ToString() }).ToJson();
        return writing.Update(draft, record) ? ItemResult.Written(call.Org, record, isNew: false)
            : Problem.Of(draft.Problems).ToJson();
    }

    private static JsonObject AlreadyModified(CrmCall call, CrmRecord record)
    {
        var details = (JsonObject)ItemResult.Written(call.Org, record, isNew: false)["details"]!.DeepClone();
        return new Problem("ALREADY_MODIFIED", "the record has been already modified", details).ToJson();
    }
}
