using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/records/{object} <c>[{column: value, ...}]</c>: many records at once, as an import would, read-only columns
/// too. Columns that are left out stay. <c>{"$delete": true, ...key}</c> removes one; <c>"$stamped": false</c> leaves no stamp, as
/// postings and ageing do not.
/// </summary>
internal static class RecordControls
{
    private const string Delete = "$delete";
    private const string Stamped = "$stamped";

    public static void Map(IEndpointRouteBuilder routes, Company company) =>
        routes.MapPost("/_sandbox/sage-100/records/{object}", async (HttpContext context) =>
        {
            var records = await context.Request.ReadListAsync("records");
            var name = (string)context.Request.RouteValues["object"]!;
            lock (company.Gate)
            {
                var table = company.Find(name) ?? throw new ControlException($"object '{name}' is not known.", 404);
                company.Time.ByPerson(() =>
                {
                    foreach (var record in records) Put(company, table, record);
                    return records.Count;
                });
            }
            await context.Response.WriteJsonAsync(200, new JsonObject { ["records"] = records.Count });
        });

    private static void Put(Company company, Table table, JsonObject record)
    {
        var key = TableKey.Of(table.Schema.Keys.Select(part =>
            ColumnRules.Format(table.Schema.Find(part)!, record.Need<string>(part), company.Settings.Release)));
        if (record.Get<bool>(Delete))
        {
            table.Remove(key);
            return;
        }
        var row = table.Find(key)?.Copy() ?? new Row(table.Schema);
        foreach (var (name, value) in record)
            if (name != Stamped && name != Delete) row.Set(name, Accepted(company, table.Schema, name, value));
        if (record.Get(Stamped, true)) company.Time.Stamp(row);
        table.Put(row);
    }

    private static object Accepted(Company company, TableSchema schema, string name, JsonNode? value)
    {
        var column = schema.Find(name) ?? throw new ControlException($"'{name}' is no column of {schema.Object}.");
        object given = value?.GetValueKind() switch
        {
            JsonValueKind.Number => value.GetValue<decimal>(),
            JsonValueKind.String => value.GetValue<string>(),
            _ => throw new ControlException($"'{name}' is neither text nor a number.")
        };
        var (stored, refusal) = ColumnRules.Accept(column, given, company.Settings.Release);
        return refusal is null ? stored! : throw new ControlException(refusal);
    }
}
