using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

/// <summary>There is no list of purchase receives: they are found through the purchase order.</summary>
internal static class PurchaseRoutes
{
    private static readonly Listing<PurchaseOrder> listing = new()
    {
        Envelope = "purchaseorders",
        Report = "Purchase Orders",
        Table = company => company.PurchaseOrders,
        Row = PurchaseView.Row,
        Columns =
        [
            new TextColumn<PurchaseOrder>("purchaseorder_number", order => order.Number),
            new TextColumn<PurchaseOrder>("reference_number", order => order.ReferenceNumber),
            new TextColumn<PurchaseOrder>("vendor_id", order => order.CustomerId, exactOnly: true),
            new TextColumn<PurchaseOrder>("vendor_name", order => order.CustomerName),
            // The word of Books for an issued one works here too (notes, section 4).
            new TextColumn<PurchaseOrder>("status",
                order => [order.ShownStatus, order.ShownStatus is "issued" or "partially_received" ? "open" : null],
                exactOnly: true),
            new DateColumn<PurchaseOrder>("date", order => order.Date),
        ],
        Sortable = [new NumberColumn<PurchaseOrder>("total", order => order.Total)],
        FilterBy = by => by switch
        {
            "Status.Draft" => order => order.Status == "draft",
            "Status.Issued" or "Status.Open" => order => order.ShownStatus is "issued" or "partially_received",
            "Status.Received" => order => order.ShownStatus == "received",
            "Status.Cancelled" => order => order.Status == "cancelled",
            "Status.Closed" => order => order.ShownStatus == "closed",
            _ => null,
        },
        Search = (order, text) => order.Number.Contains(text, StringComparison.OrdinalIgnoreCase)
            || order.ReferenceNumber.Contains(text, StringComparison.OrdinalIgnoreCase)
            || order.CustomerName.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/purchaseorders", "purchaseorders.CREATE", Ordering.Create, PurchaseShapes.Create);
        routes.Get("/purchaseorders", "purchaseorders.READ", listing.List);
        routes.Get("/purchaseorders/{id}", "purchaseorders.READ",
            call => Answer.Read("purchaseorder", PurchaseView.Full(call.Company, Find(call))));
        routes.Put("/purchaseorders/{id}", "purchaseorders.UPDATE", Ordering.Update, PurchaseShapes.Update);
        routes.Delete("/purchaseorders/{id}", "purchaseorders.DELETE", Ordering.Delete);
        routes.Post("/purchaseorders/{id}/status/issued", "purchaseorders.CREATE", Ordering.Issue);
        routes.Post("/purchaseorders/{id}/status/cancelled", "purchaseorders.CREATE", Ordering.Cancel);
        routes.Post("/purchaseorders/{id}/submit", "purchaseorders.UPDATE", call => Approval.Submit(call, Find(call)));
        routes.Post("/purchaseorders/{id}/approve", "purchaseorders.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/purchaseorders/{id}/approve/final", "purchaseorders.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/purchaseorders/{id}/reject", "purchaseorders.UPDATE", call => Approval.Reject(call, Find(call)),
            PurchaseShapes.Rejection);
        routes.Post("/purchasereceives", "purchasereceives.CREATE", TakingIn.Create, PurchaseShapes.Receive);
        routes.Get("/purchasereceives/{id}", "purchasereceives.READ",
            call => Answer.Read("purchasereceive", PurchaseView.Receive(call.Company, FindReceive(call))));
        routes.Put("/purchasereceives/{id}", "purchasereceives.UPDATE", TakingIn.Update, PurchaseShapes.ReceiveUpdate);
        routes.Delete("/purchasereceives/{id}", "purchasereceives.DELETE", TakingIn.Delete);
    }

    public static PurchaseOrder Find(ApiCall call) =>
        call.Company.PurchaseOrders.Find(call.Id) ?? throw Refusal.Missing("Purchase Order");

    public static PurchaseReceive FindReceive(ApiCall call) =>
        call.Company.PurchaseReceives.Find(call.Id) ?? throw Refusal.Missing("Purchase Receive");
}
