using System.Globalization;
using System.Text.Json;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>Which rows a query wants: equal values, and stamps at or after a moment.</summary>
internal sealed class QueryFilter
{
    private readonly Table table;
    private readonly List<(Column Column, object Value)> equal = [];
    private readonly (string Date, decimal Time)? since;

    public QueryFilter(Table table, JsonElement body)
    {
        this.table = table;
        if (body.Optional("equals", JsonValueKind.Object) is { } given)
            equal.AddRange(given.EnumerateObject().Select(m => (QueryCall.Known(table, m.Name), m.Value.Value())));
        if (body.Optional("updatedSince", JsonValueKind.Object) is not { } moment) return;
        if (table.Schema.Find("DateUpdated") is null)
            throw AgentException.BadRequest($"{table.Schema.Object} has no stamps to ask 'updatedSince' of.");
        since = (moment.Text("date"), Hours(moment.Text("time")));
    }

    public IEnumerable<Row> Rows(string? after)
    {
        var rows = equal.Count == 0
            ? table.After(after)
            : table.With(equal[0].Column, equal[0].Value).Where(row =>
                after is null || string.CompareOrdinal(row.Key, after) > 0);
        return rows.Where(row => equal.All(e => row[e.Column].Equals(e.Value)) && IsRecent(row));
    }

    private bool IsRecent(Row row) =>
        since is null || Reaches(row, "DateUpdated", "TimeUpdated") || Reaches(row, "DateCreated", "TimeCreated");

    private bool Reaches(Row row, string date, string time)
    {
        var day = string.CompareOrdinal(row.Text(date), since!.Value.Date);
        return day > 0 || (day == 0 && Hours(row.Text(time)) >= since.Value.Time);
    }

    private static decimal Hours(string text) => text.Length == 0 ? 0
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? hours
        : throw AgentException.BadRequest("'updatedSince.time' is not decimal hours.");
}
