using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>GET /{module}: named fields, pages of 200, numbered up to 2,000 records and by token up to 100,000.</summary>
internal static class ListCall
{
    private const int MostPerPage = 200;
    private const int MostByNumber = 2_000;
    private const int MostByToken = 100_000;

    private static readonly string[] bound =
        ["fields", "per_page", "sort_by", "sort_order", "cvid", "converted", "territory_id", "include_child"];

    public static CrmAnswer List(CrmCall call)
    {
        var module = call.Module();
        var fields = FieldList.Of(call, module);
        if (call.Parameter("ids") is not null) return ByIds(call, module, fields);
        var order = ListOrder.Of(call);
        var per = call.PerPage;
        var token = Token(call);
        var page = token?.Page ?? call.Page;
        if (token is null && page * per > MostByNumber) throw Wall("DISCRETE_PAGINATION_LIMIT_EXCEEDED", MostByNumber);
        var skipped = token?.Served ?? (page - 1) * per;
        if (skipped + per > MostByToken) throw Wall("PAGINATION_LIMIT_EXCEEDED", MostByToken);
        var since = call.Since("If-Modified-Since");
        var rows = order.Walk(module, token, since, call.Org.Settings.ModifiedSinceIsInclusive)
            .Skip(token is null ? skipped : 0).Take(per + 1).ToList();
        if (rows.Count == 0) return since is null ? CrmAnswer.Empty : CrmAnswer.NotModified;
        var more = rows.Count > per;
        if (more) rows.RemoveAt(per);
        return Show(call, module, fields, rows, Info(call, order, per, page, rows, more, skipped));
    }

    private static CrmAnswer ByIds(CrmCall call, CrmModule module, IReadOnlyList<CrmField> fields)
    {
        var rows = call.Several("ids").Take(100).Select(id => module.Records.Find(CrmCall.Id(id, 0)))
            .OfType<CrmRecord>().Distinct().ToList();
        return rows.Count == 0 ? CrmAnswer.Empty
            : Show(call, module, fields, rows, Info(call, ListOrder.Of(call), MostPerPage, 1, rows, false, 0));
    }

    private static CrmAnswer Show(CrmCall call, CrmModule module, IReadOnlyList<CrmField> fields, List<CrmRecord> rows,
        JsonObject info)
    {
        var json = new RecordJson(call.Org);
        return new CrmAnswer(200, new JsonObject
        {
            ["data"] = new JsonArray([.. rows.Select(row => (JsonNode)json.Some(module, row, fields))]),
            ["info"] = info,
        });
    }

    private static JsonObject Info(CrmCall call, ListOrder order, int per, int page, List<CrmRecord> rows, bool more, int skipped)
    {
        var expires = call.Now + PageToken.Life;
        var next = more ? new PageToken(Bound(call), expires.ToUnixTimeSeconds(), skipped + rows.Count, page + 1,
            rows[^1].Modified.ToUnixTimeSeconds(), rows[^1].Id).Write() : null;
        return new JsonObject
        {
            ["call"] = false,
            ["per_page"] = per,
            ["next_page_token"] = next,
            ["count"] = rows.Count,
            ["sort_by"] = order.SortBy,
            ["page"] = page,
            ["previous_page_token"] = null,
            ["page_token_expiry"] = more ? call.Org.Show(expires) : null,
            ["sort_order"] = order.Descending ? "desc" : "asc",
            ["email"] = false,
            ["more_records"] = more,
        };
    }

    private static PageToken? Token(CrmCall call)
    {
        if (call.Parameter("page_token") is not { } text) return null;
        if (call.Parameter("page") is not null) throw CrmRefusal.Ambiguous("page", "page_token");
        var token = PageToken.Read(text) ?? throw CrmRefusal.Parameter("page_token");
        if (token.Bound != Bound(call))
            throw new CrmRefusal(400, "TOKEN_BOUND_DATA_MISMATCH", "the parameters do not match those of the page token",
                new JsonObject { ["param_name"] = "page_token" });
        if (token.Expires <= call.Now.ToUnixTimeSeconds())
            throw new CrmRefusal(400, "EXPIRED_VALUE", "the page token has expired",
                new JsonObject { ["param_name"] = "page_token" });
        return token;
    }

    private static string Bound(CrmCall call) => PageToken.Digest(string.Join('\n',
        bound.Select(call.Parameter).Prepend(call.Path("module")).Append(call.Header("If-Modified-Since"))));

    private static CrmRefusal Wall(string code, int limit) => new(400, code, $"only {limit} records can be read this way",
        new JsonObject { ["limit"] = limit });
}
