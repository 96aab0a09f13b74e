using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>Finds the rows of a query by the table's indexes.</summary>
internal static class EmulatedQuery
{
    public static RowPage Run(Table table, RowQuery query)
    {
        var page = Rows(table, query).Take(query.Limit + 1).ToList();
        if (page.Count <= query.Limit) return new RowPage(page, null);
        page.RemoveAt(query.Limit);
        return new RowPage(page, page[^1].Key);
    }

    private static IEnumerable<Row> Rows(Table table, RowQuery query)
    {
        var equal = query.EqualTo.Select(each => (Column: table.Schema.Find(each.Key)!, each.Value)).ToList();
        var since = query.Since is { } moment ? StampIndex.Stamp(moment.Date, moment.Time) : null;
        var rows = equal.Count > 0 ? table.With(equal[0].Column, equal[0].Value, query.After)
            : (since is null ? null : table.Since(since, query.After)) ?? table.After(query.After);
        return rows.Where(row => equal.All(each => row[each.Column].Equals(each.Value))
            && (since is null || string.CompareOrdinal(StampIndex.Of(row), since) >= 0));
    }
}
