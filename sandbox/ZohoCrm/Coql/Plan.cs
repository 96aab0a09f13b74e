using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>Which records a query looks at, and in which order they come by themselves.</summary>
internal sealed class Plan
{
    private Plan(IEnumerable<CrmRecord> candidates, string? sortedBy) => (Candidates, SortedBy) = (candidates, sortedBy);

    public IEnumerable<CrmRecord> Candidates { get; }

    /// <summary>"id" or "Modified_Time", ascending; null for no order.</summary>
    public string? SortedBy { get; }

    /// <param name="module">Whose records.</param>
    /// <param name="needed">Tests that every record of the answer passes; one of them may be an index.</param>
    public static Plan For(CrmModule module, IReadOnlyList<Filter> needed)
    {
        foreach (var filter in needed)
            if (filter is { Operator: "=" or "in", Column.IsOwn: true } && ByKey(module, filter) is { } found)
                return new Plan(found, null);
        foreach (var filter in needed)
            if (filter is { Column: { IsOwn: true, Field.ApiName: "Modified_Time" }, From: { } from })
                return new Plan(module.Records.ByChange(false, since: from.ToUnixTimeSeconds()), "Modified_Time");
        foreach (var filter in needed)
            if (filter is { Operator: ">" or ">=", Column: { IsOwn: true, IsId: true } }
                && long.TryParse(filter.Keys.First(), out var id))
                return new Plan(module.Records.ById(false, id - 1), "id");
        return new Plan(module.Records.ById(false), "id");
    }

    private static IEnumerable<CrmRecord>? ByKey(CrmModule module, Filter filter)
    {
        if (filter.Column.IsId)
            return filter.Keys.Select(key => long.TryParse(key, out var id) ? module.Records.Find(id) : null)
                .OfType<CrmRecord>().Distinct();
        if (filter.Column.Field is not { } field || field.Type == FieldType.OwnerLookup || !module.Records.Has(field.Slot))
            return null;
        return filter.Keys.SelectMany(key => module.Records.By(field.Slot, key)).Distinct();
    }
}
