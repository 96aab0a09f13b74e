using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>In which order a list comes: newest first unless said otherwise.</summary>
internal sealed record ListOrder(string SortBy, bool Descending)
{
    public static ListOrder Of(CrmCall call)
    {
        var by = call.Parameter("sort_by") ?? "id";
        var order = call.Parameter("sort_order") ?? "desc";
        if (by is not ("id" or "Created_Time" or "Modified_Time")) throw CrmRefusal.Parameter("sort_by");
        if (order is not ("asc" or "desc")) throw CrmRefusal.Parameter("sort_order");
        if (call.Parameter("sort_by") is not null && call.Parameter("cvid") is not null)
            throw CrmRefusal.Ambiguous("cvid", "sort_by");
        return new ListOrder(by, order == "desc");
    }

    /// <summary>The records from a time of change on, behind one that was served.</summary>
    public IEnumerable<CrmRecord> Walk(CrmModule module, PageToken? behind, DateTimeOffset? since, bool inclusive)
    {
        var from = since?.ToUnixTimeSeconds() + (inclusive ? 0 : 1);
        if (SortBy == "Modified_Time")
            return module.Records.ByChange(Descending, behind is null ? null : (behind.Second, behind.Id), from);
        if (from is null) return module.Records.ById(Descending, behind?.Id);
        var changed = module.Records.ByChange(false, since: from)
            .Where(record => behind is null || (Descending ? record.Id < behind.Id : record.Id > behind.Id));
        return Descending ? changed.OrderByDescending(record => record.Id) : changed.OrderBy(record => record.Id);
    }
}
