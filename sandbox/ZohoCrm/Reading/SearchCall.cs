using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>Search by criteria, e-mail, phone or word. What was just written is not found yet.</summary>
internal static class SearchCall
{
    private const int Most = 2_000;

    public static CrmAnswer Find(CrmCall call)
    {
        var module = call.Module();
        var holds = Condition(call, module)
            ?? throw new CrmRefusal(400, "EXPECTED_PARAM_MISSING", "one of the parameters is expected",
                new JsonObject { ["param_names"] = new JsonArray("criteria", "email", "phone", "word") });
        var (per, page) = (call.PerPage, call.Page);
        if (per * page > Most)
            throw new CrmRefusal(400, "LIMIT_REACHED", "maximum response iteration limit reached",
                new JsonObject { ["limit"] = Most.ToString() });
        var found = module.Records.ById(true).Where(record => record.IndexedAt <= call.Now && holds(record))
            .Skip((page - 1) * per).Take(per + 1).ToList();
        if (found.Count == 0) return CrmAnswer.Empty;
        var json = new RecordJson(call.Org);
        var fields = call.Parameter("fields") is null ? module.Fields.Where(call.Org.Has).ToList() : FieldList.Of(call, module);
        return new CrmAnswer(200, new JsonObject
        {
            ["data"] = new JsonArray([.. found.Take(per).Select(record => (JsonNode)json.Some(module, record, fields))]),
            ["info"] = new JsonObject
            {
                ["per_page"] = per, ["count"] = Math.Min(per, found.Count), ["page"] = page,
                ["sort_by"] = "id", ["sort_order"] = "desc", ["more_records"] = found.Count > per,
            },
        });
    }

    /// <summary>Counts what is in the module now; without criteria all of it.</summary>
    public static CrmAnswer Count(CrmCall call)
    {
        var module = call.Module();
        var count = Condition(call, module) is { } holds ? module.Records.ById(false).Count(holds) : module.Records.Count;
        return CrmAnswer.Of("count", count);
    }

    private static Func<CrmRecord, bool>? Condition(CrmCall call, CrmModule module)
    {
        if (call.Parameter("criteria") is { } criteria) return SearchCriteria.Parse(call.Org, module, criteria);
        if (call.Parameter("email") is { } email)
            return Texts(module, email, field => field.Type == FieldType.Email, exact: true);
        if (call.Parameter("phone") is { } phone)
            return Texts(module, phone, field => field.Type == FieldType.Phone, exact: true);
        if (call.Parameter("word") is not { } word) return null;
        return word.Length >= 2 ? Texts(module, word, _ => true, exact: false)
            : throw new CrmRefusal(400, Problem.InvalidData, "invalid value for search",
                new JsonObject { ["param_name"] = "word" });
    }

    private static Func<CrmRecord, bool> Texts(CrmModule module, string sought, Func<CrmField, bool> isOf, bool exact)
    {
        var fields = module.Fields.Where(isOf).ToList();
        return record => fields.Exists(field => record.Text(field) is { } text && (exact
            ? text.Equals(sought, StringComparison.OrdinalIgnoreCase)
            : text.Contains(sought, StringComparison.OrdinalIgnoreCase)));
    }
}
