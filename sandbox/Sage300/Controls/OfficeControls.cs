using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Posting;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Controls;

/// <summary>
/// What the people in the office do. POST /_sandbox/sage-300/orders/{number}/invoice <c>{quantities: {"32": 5}, dayEnd}</c> ships and
/// invoices what is left or the given quantities, and runs Day End unless told not to; /day-end; /batches posts what is ready;
/// /receipts <c>{customer, document, amount}</c>: money comes in, all that is due where no amount is given.
/// </summary>
internal static class OfficeControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company)
    {
        Map(routes, company, "orders/{number}/invoice", (number, body) => Invoice(company, number, body));
        Map(routes, company, "day-end", (_, _) => new JsonObject { ["invoices"] = Receivables.DayEnd(company) });
        Map(routes, company, "batches", (_, _) => new JsonObject { ["posted"] = Receivables.PostBatches(company) });
        Map(routes, company, "receipts", (_, body) => Receive(company, body));
    }

    private static void Map(IEndpointRouteBuilder routes, Company company, string path, Func<string, JsonObject, JsonObject> act) =>
        routes.MapPost($"/_sandbox/sage-300/{path}", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            JsonObject answer;
            lock (company.Gate) answer = Acted(() => act((string?)context.Request.RouteValues["number"] ?? "", body));
            await context.Response.WriteJsonAsync(200, answer);
        });

    private static JsonObject Acted(Func<JsonObject> act)
    {
        try { return act(); }
        catch (WebApiError refusal) { throw new ControlException(refusal.Message, 409); }
    }

    private static JsonObject Invoice(Company company, string number, JsonObject body)
    {
        body.AllowOnly("quantities", "dayEnd");
        var orders = company[OrderSchema.Resource];
        var order = orders.All.FirstOrDefault(each => each.Text("OrderNumber").Equals(number, StringComparison.OrdinalIgnoreCase))?.Copy()
            ?? throw new ControlException($"There is no order {number}.", 404);
        var given = body.Get<Dictionary<string, decimal>>("quantities");
        var invoice = OrderInvoicing.Later(company, order, line => given is null
            ? Math.Max(0, line.Number("QuantityOrdered") - line.Number("QuantityShipped"))
            : given.GetValueOrDefault(line.Number("LineNumber").ToString("0", CultureInfo.InvariantCulture)), company.Today)
            ?? throw new ControlException($"Nothing of order {number} is left to ship.", 409);
        orders.Put(order);
        if (body.Get("dayEnd", true)) Receivables.DayEnd(company);
        return new JsonObject
        {
            ["order"] = order.Text("OrderNumber"), ["shipment"] = invoice.Text("ShipmentNumber"),
            ["invoice"] = invoice.Text("InvoiceNumber"), ["total"] = invoice.Number("InvoiceTotal")
        };
    }

    private static JsonObject Receive(Company company, JsonObject body)
    {
        body.AllowOnly("customer", "document", "amount");
        var key = EntityKey.Of(body.Need<string>("customer").ToUpperInvariant(), body.Need<string>("document").ToUpperInvariant());
        var document = company[PostedDocumentSchema.Resource].Find(key) ?? throw new ControlException("There is no such document.", 404);
        var paid = Receivables.Receive(company, document, body.Get<decimal?>("amount") ?? document.Number("CustomerCurrencyAmountDue"));
        return new JsonObject { ["due"] = paid.Number("CustomerCurrencyAmountDue") };
    }
}
