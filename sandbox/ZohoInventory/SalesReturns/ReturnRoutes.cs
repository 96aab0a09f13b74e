using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

/// <summary>There is no call that approves a return, and no list of receives: they are found through the return.</summary>
internal static class ReturnRoutes
{
    // Only paging works on this list; the vendor ignores every filter silently (notes, section 4).
    private static readonly Listing<SalesReturn> listing = new()
    {
        Envelope = "salesreturns",
        Report = "Sales Returns",
        Table = company => company.SalesReturns,
        Row = ReturnView.Row,
        Columns = [],
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/salesreturns", "salesreturns.CREATE", Returning.Create, ReturnShapes.Create);
        routes.Get("/salesreturns", "salesreturns.READ", listing.List);
        routes.Get("/salesreturns/{id}", "salesreturns.READ",
            call => Answer.Read("salesreturn", ReturnView.Full(call.Company, Find(call))));
        routes.Put("/salesreturns/{id}", "salesreturns.UPDATE", Returning.Update, ReturnShapes.Update);
        routes.Delete("/salesreturns/{id}", "salesreturns.DELETE", Returning.Delete);
        routes.Post("/salesreturnreceives", "salesreturnreceives.CREATE", Receiving.Create, ReturnShapes.Receive);
        routes.Get("/salesreturnreceives/{id}", "salesreturnreceives.READ",
            call => Answer.Read("salesreturnreceive", ReturnView.Receive(call.Company, FindReceive(call))));
        routes.Delete("/salesreturnreceives/{id}", "salesreturnreceives.DELETE", Receiving.Delete);
    }

    public static SalesReturn Find(ApiCall call) =>
        call.Company.SalesReturns.Find(call.Id) ?? throw Refusal.Missing("Sales Return");

    public static ReturnReceive FindReceive(ApiCall call) =>
        call.Company.ReturnReceives.Find(call.Id) ?? throw Refusal.Missing("Sales Return Receive");
}
