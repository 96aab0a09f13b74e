using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Bills;

internal static class BillRoutes
{
    // Only paging works on this list; the vendor ignores every filter silently (notes, section 4).
    private static readonly Listing<Bill> listing = new()
    {
        Envelope = "bills",
        Report = "Bills",
        Table = company => company.Bills,
        Row = BillView.Row,
        Columns = [],
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/bills", "bills.CREATE", Billing.Create, BillShapes.Create);
        routes.Get("/bills", "bills.READ", listing.List);
        routes.Get("/bills/{id}", "bills.READ", call => Answer.Read("bill", BillView.Full(call.Company, Find(call))));
        routes.Put("/bills/{id}", "bills.UPDATE", Billing.Update, BillShapes.Update);
        routes.Delete("/bills/{id}", "bills.DELETE", Billing.Delete);
        routes.Add(new("PUT", "/bill/{id}/customfields", "bills.UPDATE", SetCustomFields, CustomValues.Shape)
        {
            TakesArray = true,
        });
        routes.Post("/bills/{id}/status/open", "bills.CREATE", Billing.MarkOpen);
        routes.Post("/bills/{id}/status/void", "bills.CREATE", Billing.Void);
        routes.Post("/bills/{id}/submit", "bills.UPDATE", call => Approval.Submit(call, Find(call)));
        routes.Post("/bills/{id}/approve", "bills.UPDATE", call => Approval.Approve(call, Find(call)));
        routes.Post("/bills/{id}/approve/final", "bills.UPDATE", call => Approval.Approve(call, Find(call)));
    }

    public static Bill Find(ApiCall call) => call.Company.Bills.Find(call.Id) ?? throw Refusal.Missing("Bill");

    private static Answer SetCustomFields(ApiCall call)
    {
        var bill = Find(call);
        bill.Custom.Apply(call.Company, "bill", call.Body.Entries, isUpdate: true,
            call.Company.Bills.Rows.Where(other => other != bill).Select(other => other.Custom));
        bill.Modified = call.Now;
        return Answer.Done("Custom Fields Updated Successfully");
    }
}
