using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.Transfers;

internal static class TransferRoutes
{
    private static readonly Listing<TransferOrder> listing = new()
    {
        Envelope = "transfer_orders",
        Report = "Transfer Orders",
        Table = company => company.TransferOrders,
        Row = TransferView.Row,
        Columns =
        [
            new TextColumn<TransferOrder>("transfer_order_number", order => order.Number),
            new TextColumn<TransferOrder>("status", order => order.Status, exactOnly: true),
            new TextColumn<TransferOrder>("item_id", order => order.Lines.Select(line => line.ItemId), exactOnly: true),
            new TextColumn<TransferOrder>("item_name", order => order.Lines.Select(line => line.Name)),
            new TextColumn<TransferOrder>("from_location_id", order => order.FromId, exactOnly: true),
            new TextColumn<TransferOrder>("to_location_id", order => order.ToId, exactOnly: true),
            new TextColumn<TransferOrder>("from_warehouse_id", order => order.FromId, exactOnly: true),
            new TextColumn<TransferOrder>("to_warehouse_id", order => order.ToId, exactOnly: true),
            new DateColumn<TransferOrder>("date", order => order.Date),
        ],
        FilterBy = by => by switch
        {
            "Status.Draft" => order => order.Status == "draft",
            "Status.InTransit" => order => order.Status == "in_transit",
            "Status.Transferred" => order => order.Status == "transferred",
            _ => null,
        },
        Search = (order, text) => order.Number.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/transferorders", "transferorders.CREATE", Transferring.Create, TransferShapes.Create);
        routes.Get("/transferorders", "transferorders.READ", listing.List);
        routes.Delete("/transferorders", "transferorders.DELETE", Transferring.DeleteSeveral);
        routes.Get("/transferorders/{id}", "transferorders.READ",
            call => Answer.Read("transfer_order", TransferView.Full(call.Company, Find(call))));
        routes.Put("/transferorders/{id}", "transferorders.UPDATE", Transferring.Update, TransferShapes.Update);
        routes.Delete("/transferorders/{id}", "transferorders.DELETE", Transferring.Delete);
        routes.Post("/transferorders/{id}/intransit", "transferorders.CREATE",
            call => Transferring.Mark(call, "in_transit", "The transfer order is in transit."));
        routes.Post("/transferorders/{id}/markastransferred", "transferorders.CREATE",
            call => Transferring.Mark(call, "transferred", "The transfer order has been transferred."));
    }

    public static TransferOrder Find(ApiCall call) =>
        call.Company.TransferOrders.Find(call.Id) ?? throw Refusal.Missing("Transfer Order");
}
