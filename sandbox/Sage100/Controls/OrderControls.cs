using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/orders/{no}/invoice, /ship <c>{quantities, trackingIds,
/// shipVia}</c> and /complete: what the people in the
/// office do with an order.
/// </summary>
internal static class OrderControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company)
    {
        Map(routes, company, "invoice", (order, body) => Said(order, "in invoice entry", Enter(company, order, body)));
        Map(routes, company, "ship", (order, body) => Said(order, "shipped", Enter(company, order, body)));
        Map(routes, company, "complete", (order, body) =>
        {
            var invoice = company[InvoiceSchema.Object].Find(order.Text("CurrentInvoiceNo")) ?? Enter(company, order, body);
            InvoicePosting.Post(company, invoice);
            return Said(order, company[SalesOrderSchema.Object].Find(order.Key) is null ? "in history" : "back-ordered", invoice);
        });
    }

    private static void Map(
        IEndpointRouteBuilder routes, Company company, string verb, Func<Row, JsonObject, JsonObject> act) =>
        routes.MapPost($"/_sandbox/sage-100/orders/{{no}}/{verb}", async (HttpContext context, string no) =>
        {
            var body = await context.Request.ReadControlAsync();
            body.AllowOnly("quantities", "trackingIds", "shipVia");
            JsonObject answer;
            lock (company.Gate) answer = company.Time.ByPerson(() => act(Find(company, no), body));
            await context.Response.WriteJsonAsync(200, answer);
        });

    private static Row Enter(Company company, Row order, JsonObject body)
    {
        if (order.Text("OrderStatus") == "H") throw new ControlException($"Sales Order {order.Key} is on hold.", 409);
        if (order.Text("CurrentInvoiceNo") is { Length: > 0 } there) throw new ControlException($"It is in invoice {there}.",
            409);
        var invoice = InvoiceEntry.Ship(company, order, Numbering.Next(company, InvoiceSchema.Object), body.Quantities());
        if (body.Get<string>("shipVia") is { } carrier)
            company[InvoiceSchema.Object].Put(invoice = invoice.Copy().Set("ShipVia", carrier));
        var packages = company[TrackingSchema.Object];
        foreach (var (at, tracking) in (body.Get<List<string>>("trackingIds") ?? []).Index())
            packages.Put(new Row(packages.Schema).Set("InvoiceNo", invoice.Key).Set("PackageNo", (at + 1).ToString("D4"))
                .Set("TrackingID", tracking).Set("StarshipShipVia", invoice.Text("ShipVia")));
        return invoice;
    }

    private static JsonObject Said(Row order, string state, Row invoice) =>
        new() { ["order"] = order.Key, ["state"] = state, ["invoice"] = invoice.Key };

    private static Row Find(Company company, string no) => company[SalesOrderSchema.Object].Find(no.PadLeft(7, '0'))
        ?? throw new ControlException($"There is no open sales order {no}.", 404);
}
