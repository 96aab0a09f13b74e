using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>POST /_sandbox/sage-100/orders/{no}/invoice and /complete: what the people in the office do with an order.</summary>
internal static class OrderControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company)
    {
        routes.MapPost("/_sandbox/sage-100/orders/{no}/invoice", (HttpContext context, string no) =>
        {
            lock (company.Gate) Invoice(company, Find(company, no));
            return context.Response.WriteJsonAsync(200, new JsonObject { ["order"] = no, ["state"] = "in invoice entry" });
        });
        routes.MapPost("/_sandbox/sage-100/orders/{no}/complete", (HttpContext context, string no) =>
        {
            lock (company.Gate)
            {
                var order = Find(company, no);
                OrderCompletion.Post(company, order.Text("CurrentInvoiceNo").Length > 0 ? order : Invoice(company, order));
            }
            return context.Response.WriteJsonAsync(200, new JsonObject { ["order"] = no, ["state"] = "in history" });
        });
    }

    private static Row Invoice(Company company, Row order) => order.Text("OrderStatus") == "H"
        ? throw new ControlException($"Sales Order {order.Text("SalesOrderNo")} is on hold.", 409)
        : OrderCompletion.Invoice(company, order, order.Text("SalesOrderNo"));

    private static Row Find(Company company, string no) => company[SalesOrderSchema.Object].Find(no.PadLeft(7, '0'))
        ?? throw new ControlException($"There is no open sales order {no}.", 404);
}
