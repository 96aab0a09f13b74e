using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

internal static class SalesOrderRoutes
{
    private static readonly Listing<SalesOrder> listing = new()
    {
        Envelope = "salesorders",
        Report = "Sales Orders",
        Table = company => company.SalesOrders,
        Row = SalesOrderView.Row,
        Columns =
        [
            new TextColumn<SalesOrder>("salesorder_number", order => order.Number),
            new TextColumn<SalesOrder>("reference_number", order => order.ReferenceNumber),
            new TextColumn<SalesOrder>("customer_id", order => order.CustomerId, exactOnly: true),
            new TextColumn<SalesOrder>("customer_name", order => order.CustomerName),
            new DateColumn<SalesOrder>("date", order => order.Date),
        ],
        Sortable = [new NumberColumn<SalesOrder>("total", order => order.Total)],
        FilterBy = by => by switch
        {
            "Status.Draft" => order => order.Status == "draft",
            "Status.Confirmed" or "Status.Open" => order => order.Status == "confirmed",
            "Status.Closed" => order => order.Status == "closed",
            "Status.Void" => order => order.Status == "void",
            "Status.OnHold" => order => order.Status == "onhold",
            _ => null,
        },
        Search = (order, text) => order.Number.Contains(text, StringComparison.OrdinalIgnoreCase)
            || order.ReferenceNumber.Contains(text, StringComparison.OrdinalIgnoreCase)
            || order.CustomerName.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/salesorders", "salesorders.CREATE", SalesOrderWriting.Create, SalesOrderShapes.Create);
        routes.Get("/salesorders", "salesorders.READ", listing.List);
        routes.Get("/salesorders/{id}", "salesorders.READ",
            call => Answer.Read("salesorder", SalesOrderView.Full(call.Company, Find(call))));
        routes.Put("/salesorders/{id}", "salesorders.UPDATE", SalesOrderWriting.Update, SalesOrderShapes.Update);
        routes.Delete("/salesorders/{id}", "salesorders.DELETE", SalesOrderWriting.Delete);
        routes.Post("/salesorders/{id}/status/confirmed", "salesorders.CREATE", SalesOrderStatus.Confirm);
        routes.Post("/salesorders/{id}/status/void", "salesorders.CREATE", SalesOrderStatus.Void);
        routes.Post("/salesorders/status/confirmed", "salesorders.CREATE", SalesOrderStatus.ConfirmSeveral);
        routes.Post("/salesorders/{id}/submit", "salesorders.UPDATE", call => Approval.Submit(call, Find(call)));
        routes.Post("/salesorders/{id}/approve", "salesorders.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/salesorders/{id}/approve/final", "salesorders.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/salesorders/{id}/reject", "salesorders.UPDATE", call => Approval.Reject(call, Find(call)),
            SalesOrderShapes.Rejection);
    }

    public static SalesOrder Find(ApiCall call) => call.Company.SalesOrders.Find(call.Id) ?? throw Refusal.Missing("Sales Order");
}
