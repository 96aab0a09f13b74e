using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.Adjustments;

internal static class AdjustmentRoutes
{
    // The list has paging and nothing else (notes, section 19).
    private static readonly Listing<Adjustment> listing = new()
    {
        Envelope = "inventory_adjustments",
        Report = "Inventory Adjustments",
        Table = company => company.Adjustments,
        Row = AdjustmentView.Row,
        Columns = [],
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/inventoryadjustments", "inventoryadjustments.CREATE", Adjusting.Create, AdjustmentShapes.Create);
        routes.Get("/inventoryadjustments", "inventoryadjustments.READ", listing.List);
        routes.Get("/inventoryadjustments/{id}", "inventoryadjustments.READ",
            call => Answer.Read("inventory_adjustment", AdjustmentView.Full(call.Company, Find(call))));
        routes.Put("/inventoryadjustments/{id}", "inventoryadjustments.UPDATE", Adjusting.Update, AdjustmentShapes.Update);
        routes.Delete("/inventoryadjustments/{id}", "inventoryadjustments.DELETE", Adjusting.Delete);
    }

    public static Adjustment Find(ApiCall call) =>
        call.Company.Adjustments.Find(call.Id) ?? throw Refusal.Missing("Inventory Adjustment");
}
