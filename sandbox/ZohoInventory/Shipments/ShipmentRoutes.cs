using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

/// <summary>There is no list of shipment orders; they are found through the sales order or its packages.</summary>
internal static class ShipmentRoutes
{
    public static void Add(RouteList routes)
    {
        routes.Post("/shipmentorders", "shipmentorders.CREATE", Shipping.Create, ShipmentShapes.Create);
        routes.Get("/shipmentorders/{id}", "shipmentorders.READ",
            call => Answer.Read("shipmentorder", ShipmentView.Of(call.Company, Find(call))));
        routes.Put("/shipmentorders/{id}", "shipmentorders.UPDATE", Shipping.Update, ShipmentShapes.Update);
        routes.Delete("/shipmentorders/{id}", "shipmentorders.DELETE", Shipping.Delete);
        routes.Post("/shipmentorders/{id}/status/delivered", "shipmentorders.CREATE", Shipping.MarkDelivered);
    }

    public static Shipment Find(ApiCall call) => call.Company.Shipments.Find(call.Id) ?? throw Refusal.Missing("Shipment Order");
}
