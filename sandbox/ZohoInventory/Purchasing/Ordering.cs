using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

/// <summary>Creates, updates, issues, cancels and deletes purchase orders.</summary>
internal static class Ordering
{
    public static Answer Create(ApiCall call)
    {
        var company = call.Company;
        var order = new PurchaseOrder { Id = company.Series.NextId(), Created = call.Now };
        HeaderReading.SetCustomer(company, order, HeaderReading.Vendor(company, call.Body));
        Write(call, order, isUpdate: false);
        order.Number = DocumentNumbers.Choose(call, "purchaseorder_number", "PO", "Purchase Order",
            number => IsTaken(company, number));
        company.PurchaseOrders.Add(order);
        company.Report("purchaseorder.created", order);
        return Answer.Created("Purchase order has been created.", "purchaseorder", PurchaseView.Full(company, order));
    }

    public static Answer Update(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var before = PurchaseRoutes.Find(call);
        if (before.Status == "cancelled") throw Refusal.State("A cancelled purchase order cannot be edited.");
        if (body.Text("vendor_id") is { } vendor && vendor != before.CustomerId) throw Refusal.Value("vendor_id");
        var order = Copy.Of(before);
        Write(call, order, isUpdate: true);
        order.Number = DocumentNumbers.Changed(body, "purchaseorder_number", before.Number, "Purchase Order",
            number => IsTaken(company, number));
        company.PurchaseOrders.Swap(order);
        company.Report("purchaseorder.edited", order);
        return new Answer("Purchase order has been updated.", "purchaseorder", PurchaseView.Full(company, order));
    }

    public static Answer Issue(ApiCall call)
    {
        var order = PurchaseRoutes.Find(call);
        Approval.RefuseUnapproved(call.Company, order, "purchase order");
        return Move(call, order, "issued", "Purchase Order status has been changed to Issued.");
    }

    public static Answer Cancel(ApiCall call)
    {
        var order = PurchaseRoutes.Find(call);
        RefuseUsed(order, "cancelled");
        return Move(call, order, "cancelled", "Purchase Order status has been changed to Cancelled.");
    }

    public static Answer Delete(ApiCall call)
    {
        var order = PurchaseRoutes.Find(call);
        RefuseUsed(order, "deleted");
        call.Company.PurchaseOrders.Remove(order);
        call.Company.Report("purchaseorder.deleted", order);
        return Answer.Done("The purchase order has been deleted.");
    }

    private static bool IsTaken(Company company, string number) =>
        company.PurchaseOrders.By("purchaseorder_number", number).Count > 0;

    private static void RefuseUsed(PurchaseOrder order, string what)
    {
        if (order.Lines.Exists(line => line.Received + line.Billed > 0))
            throw Refusal.State($"Purchase orders with receives or bills cannot be {what}.");
    }

    private static Answer Move(ApiCall call, PurchaseOrder order, string status, string message)
    {
        if (order.Status != status)
        {
            (order.Status, order.Modified) = (status, call.Now);
            call.Company.Report("purchaseorder." + status, order);
        }
        return Answer.Done(message);
    }

    private static void Write(ApiCall call, PurchaseOrder order, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        HeaderReading.Apply(company, order, body, call.Now);
        order.DeliveryDate = body.Date("delivery_date") ?? body.Date("expected_delivery_date") ?? order.DeliveryDate;
        if (body.Text("salesorder_id") is { } sold)
            order.SalesOrderId = (company.SalesOrders.Find(sold) ?? throw Refusal.Missing("Sales Order")).Id;
        order.IsDropShipment = body.Flag("is_drop_shipment") ?? order.IsDropShipment;
        order.IsBackorder = body.Flag("is_backorder") ?? order.IsBackorder;
        order.Rest.Take(body, PurchaseShapes.Kept);
        if (!isUpdate || body.Has("line_items"))
        {
            var next = LineReading.Read(company, body, order);
            if (order.Lines.Exists(line => line.Used > 0 && !next.Exists(kept => kept.Id == line.Id)))
                throw Refusal.State("Lines that are received or billed cannot be deleted.");
            order.Lines = next;
        }
        order.Custom.Apply(company, "purchaseorder", body.Children("custom_fields"), isUpdate,
            company.PurchaseOrders.Rows.Where(other => other.Id != order.Id).Select(other => other.Custom));
        Totals.Compute(company, order);
    }
}
