using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Reading;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>POST /coql (vendor notes, section 8.2).</summary>
internal static class CoqlCall
{
    public static void Add(CrmRouteList routes) => routes.Post("/coql", "coql.READ", Run);

    private static CrmAnswer Run(CrmCall call)
    {
        var query = CoqlParser.Parse(Text(call.Body), call.Org.Settings.InValues);
        if (call.Org.Find(query.Module) is not { IsSubform: false } module || !call.Org.IsOpen(module))
            throw new CrmRefusal(400, "INVALID_QUERY", "module given seems to be invalid",
                new JsonObject { ["module"] = query.Module });
        var columns = query.Columns.Select(path => new Column(call.Org, module, path, "select")).ToList();
        var filters = new List<Filter>();
        var holds = Compile(call, module, query.Where, filters, isNeeded: true);
        var found = Sorted(call, module, query, Plan.For(module, filters), holds).Skip(query.Offset).Take(query.Limit + 1)
            .ToList();
        if (found.Count == 0 || query.Limit == 0) return CrmAnswer.Empty;
        return Show(call, columns, found, query.Limit);
    }

    private static CrmAnswer Show(CrmCall call, List<Column> columns, List<CrmRecord> found, int limit)
    {
        var json = new RecordJson(call.Org);
        var rows = found.Take(limit).Select(record =>
        {
            var row = new JsonObject();
            foreach (var column in columns) row[column.Path] = column.Show(record, json);
            row["id"] = record.Id.ToString();
            return (JsonNode)row;
        }).ToArray();
        return new CrmAnswer(200, new JsonObject
        {
            ["data"] = new JsonArray(rows),
            ["info"] = new JsonObject { ["count"] = rows.Length, ["more_records"] = found.Count > limit },
        });
    }

    private static IEnumerable<CrmRecord> Sorted(
        CrmCall call, CrmModule module, CoqlQuery query, Plan plan, Func<CrmRecord, bool> holds)
    {
        var orders = query.OrderBy
            .Select(order => (Column: new Column(call.Org, module, order.Column, "order by"), order.Descending)).ToList();
        var found = plan.Candidates.Where(record =>
        {
            call.Org.LookedAt++;
            return holds(record);
        });
        if (orders.Count == 0) return plan.SortedBy == "id" ? found : found.OrderBy(record => record.Id);
        if (IsSorted(plan, orders)) return found;
        var sorted = found.OrderBy(_ => 0);
        foreach (var (column, descending) in orders)
            sorted = descending ? sorted.ThenByDescending(column.Value, ValueOrder.Instance)
                : sorted.ThenBy(column.Value, ValueOrder.Instance);
        return sorted.ThenBy(record => record.Id);
    }

    private static bool IsSorted(Plan plan, List<(Column Column, bool Descending)> orders) =>
        !orders[0].Descending && orders[0].Column.IsOwn && orders[0].Column.Path == plan.SortedBy
        && orders.Skip(1).All(order => order is { Column: { IsOwn: true, IsId: true }, Descending: false });

    /// <summary>Also collects the tests that every record of the answer passes: only such a one can be an index.</summary>
    private static Func<CrmRecord, bool> Compile(CrmCall call, CrmModule module, CoqlCondition condition,
        List<Filter> needed, bool isNeeded)
    {
        if (condition is CoqlCondition.Pair pair)
        {
            var left = Compile(call, module, pair.Left, needed, isNeeded && pair.IsAnd);
            var right = Compile(call, module, pair.Right, needed, isNeeded && pair.IsAnd);
            return pair.IsAnd ? record => left(record) && right(record) : record => left(record) || right(record);
        }
        var test = (CoqlCondition.Test)condition;
        var filter = new Filter(new Column(call.Org, module, test.Column, "where"), test.Operator, test.Values);
        if (isNeeded) needed.Add(filter);
        return filter.Holds;
    }

    private static string Text(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("select_query", out var query))
            throw new CrmRefusal(400, new Problem("MANDATORY_NOT_FOUND", "required field not found",
                new JsonObject { ["api_name"] = "select_query" }));
        return query.ValueKind == JsonValueKind.String ? query.GetString()! : throw CrmRefusal.Body("select_query", "string");
    }
}
