using System.Globalization;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>
/// Rows of one object. A filtered query asks for the keys that fit in one round trip and reads those records; one without a
/// filter walks from key to key, so that a page costs the same wherever it lies.
/// </summary>
internal sealed class ComQuery(ComService service, ObjectDictionary described)
{
    private const char Part = '\u0001';
    private static readonly string[] Stamps = ["DateCreated", "TimeCreated", "DateUpdated", "TimeUpdated"];

    public RowPage Run(RowQuery query)
    {
        var cursor = service.Open();
        var page = (query.EqualTo.Count > 0 || query.Since is not null ? Fitting(cursor, query) : Walked(cursor, query))
            .Take(query.Limit + 1).ToList();
        if (page.Count <= query.Limit) return new RowPage([.. page.Select(each => each.Row)], null);
        return new RowPage([.. page.Take(query.Limit).Select(each => each.Row)], page[query.Limit - 1].Key);
    }

    private IEnumerable<(string Key, ComRow Row)> Fitting(LateObject cursor, RowQuery query)
    {
        IReadOnlyList<ColumnFacts> wanted = [.. Known(described.Keys), .. query.Since is null ? [] : Known(Stamps)];
        var keys = ResultSet.Read(cursor, wanted, RowFilter.Of(described, query))
            .Where(values => query.Since is not { } since || IsRecent(values[^4..], since))
            .Select(values => string.Join(Part, values[..described.Keys.Count])).Order(StringComparer.Ordinal)
            .Where(key => query.After is not { } after || string.CompareOrdinal(key, after) > 0);
        foreach (var key in keys)
            if (Stands(cursor, key)) yield return (key, service.Read(cursor, query.Columns));
    }

    private IEnumerable<(string Key, ComRow Row)> Walked(LateObject cursor, RowQuery query)
    {
        if (query.After is { } after && Stands(cursor, after))
            return Browsing.From(cursor).Skip(1).Select(record => (KeyOf(record), service.Read(record, query.Columns)));
        // Where the last record of the page before is no longer there, its place is found again.
        return Browsing.EachOf(cursor).Select(record => (Key: KeyOf(record), Record: record))
            .Where(each => query.After is null || string.CompareOrdinal(each.Key, query.After) > 0)
            .Select(each => (each.Key, service.Read(each.Record, query.Columns)));
    }

    private string KeyOf(LateObject record) => string.Join(Part, described.Keys.Select(part => LateValues.GetText(record, part)));

    private bool Stands(LateObject cursor, string key)
    {
        var parts = key.Split(Part);
        for (var at = 0; at < parts.Length; at++) service.SetKeyValue(described.Keys[at], parts[at]);
        return service.Stand(cursor);
    }

    private IEnumerable<ColumnFacts> Known(IEnumerable<string> names) => names.Select(name => described.Find(name)!);

    private static bool IsRecent(string[] stamps, (string Date, string Time) since) =>
        IsRecent(stamps[0], stamps[1], since) || IsRecent(stamps[2], stamps[3], since);

    private static bool IsRecent(string date, string time, (string Date, string Time) since) =>
        string.CompareOrdinal(date, since.Date) is var order && (order > 0 || (order == 0 && Hours(time) >= Hours(since.Time)));

    private static decimal Hours(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? hours : 0;
}
