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
    private readonly string? since;

    public QueryFilter(Table table, JsonElement body)
    {
        this.table = table;
        if (body.Optional("equals", JsonValueKind.Object) is { } given)
            equal.AddRange(given.EnumerateObject().Select(m => (QueryCall.Known(table, m.Name), m.Value.Value())));
        if (body.Optional("updatedSince", JsonValueKind.Object) is not { } moment) return;
        if (table.Schema.Find("DateUpdated") is null)
            throw AgentException.BadRequest($"{table.Schema.Object} has no stamps to ask 'updatedSince' of.");
        since = StampIndex.Stamp(moment.Text("date"), Hours(moment.Text("time")));
    }

    public IEnumerable<Row> Rows(string? after)
    {
        var rows = equal.Count > 0 ? table.With(equal[0].Column, equal[0].Value, after)
            : (since is null ? null : table.Since(since, after)) ?? table.After(after);
        return rows.Where(row => equal.All(e => row[e.Column].Equals(e.Value)) && IsRecent(row));
    }

    private bool IsRecent(Row row) => since is null || string.CompareOrdinal(StampIndex.Of(row), since) >= 0;

    // Stamps have five decimals: a moment between two of them begins at the later one.
    private static string Hours(string text)
    {
        if (text.Length == 0) return "0.00000";
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            ? (Math.Ceiling(hours * 100_000) / 100_000).ToString("0.00000", CultureInfo.InvariantCulture)
            : throw AgentException.BadRequest("'updatedSince.time' is not decimal hours.");
    }
}
