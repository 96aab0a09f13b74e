using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Functions;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Writing;
using Isthmus.Sandbox.Sage100.Controls;

namespace Isthmus.Sandbox.Intacct.Controls;

/// <summary>
/// What a user of Intacct does at the screen. POST /_sandbox/sage-intacct/objects/{OBJECT} <c>[{FIELD: value}, {"$delete": [keys]}]</c>
/// creates a record or changes the one of that key, and answers record numbers. <c>$neverEdited: true</c> leaves it without a stamp of
/// change; <c>$modified</c> gives it another. POST .../fields/{OBJECT} <c>[{name: "REGION:40", values: []}]</c> adds custom fields.
/// POST .../order-entry <c>{document, customer, total}</c> enters or edits a document, whose invoice is made anew.
/// </summary>
internal sealed class ObjectControls(Company company, RecordWriter writer)
{
    private const string Base = "/_sandbox/sage-intacct";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Base + "/objects/{object}", async (HttpContext context, string @object) =>
        {
            var given = await context.Request.ReadListAsync("objects");
            var numbers = Office(() => given.SelectMany(item => Put(Known(@object), item)).ToList());
            await context.Response.WriteJsonAsync(200,
                new JsonObject { ["records"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]) });
        });
        routes.MapPost(Base + "/fields/{object}", async (HttpContext context, string @object) =>
        {
            var given = await context.Request.ReadListAsync("fields");
            Office(() => given.Select(field => Add(Known(@object).Type, field)).ToList());
            await context.Response.WriteJsonAsync(200, new JsonObject { ["fields"] = given.Count });
        });
        routes.MapPost(Base + "/order-entry", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            body.AllowOnly("document", "customer", "total");
            var number = Office(() => Enter(body.Need<string>("document"), body.Need<string>("customer"), body.Get<decimal>("total")));
            await context.Response.WriteJsonAsync(200, new JsonObject { ["record"] = number });
        });
    }

    private T Office<T>(Func<T> work)
    {
        lock (company.Gate)
        {
            try { return work(); }
            catch (FunctionException refused) { throw new ControlException(refused.Message); }
        }
    }

    private List<long> Put(Table table, JsonObject item)
    {
        if (item["$delete"] is JsonArray keys)
        {
            foreach (var key in keys) writer.Delete(table, key!.ToString());
            return [];
        }
        var draft = Draft.Of(item, table.Type.List);
        var known = draft["RECORDNO"].Length > 0 || table.Find(draft[table.Type.Key]) is not null;
        var record = known ? writer.Update(table, draft) : writer.Create(table, draft);
        if (item.Get("$neverEdited", false)) record.Modified = null;
        if (item.Get<DateTimeOffset?>("$modified") is { } at) record.Modified = at;
        return [record.Number];
    }

    private static bool Add(ObjectType type, JsonObject field)
    {
        var values = field.Get<List<string>>("values") ?? [];
        var kind = values.Count > 0 ? FieldKind.Enum : FieldKind.Text;
        type.Add(FieldType.Parse(field.Need<string>("name")) with { Values = values, Kind = kind });
        return true;
    }

    private long Enter(string document, string customer, decimal total)
    {
        var invoices = company["ARINVOICE"];
        var owner = company["CUSTOMER"].Find(customer) ?? throw new ControlException($"There is no customer '{customer}'.");
        foreach (var old in invoices.All.Where(invoice => invoice["DOCNUMBER"] == document).ToList()) company.Remove(invoices, old);
        return InvoiceFunction.Put(company, owner, $"INV-{document}", total, document, "").Number;
    }

    private Table Known(string name) => company.Find(name) ?? throw new ControlException($"There is no object '{name}'.", 404);
}
