using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

/// <summary>Confirming and voiding.</summary>
internal static class SalesOrderStatus
{
    public static Answer Confirm(ApiCall call)
    {
        Confirm(call, SalesOrderRoutes.Find(call));
        return Answer.Done("Sales Order status has been changed to Confirmed.");
    }

    public static Answer ConfirmSeveral(ApiCall call)
    {
        var orders = call.Several("salesorder_ids").Select(id =>
            call.Company.SalesOrders.Find(id) ?? throw Refusal.Missing("Sales Order")).ToList();
        foreach (var order in orders) Approval.RefuseUnapproved(call.Company, order, "sales order");
        foreach (var order in orders) Confirm(call, order);
        return Answer.Done("Sales Orders have been confirmed.");
    }

    public static Answer Void(ApiCall call)
    {
        var order = SalesOrderRoutes.Find(call);
        if (order.Lines.Exists(line => line.Invoiced + line.Packed > 0))
            throw Refusal.State("The sales order has invoices or packages and cannot be voided.");
        if (order.Status == "void") return Answer.Done("Sales Order status has been changed to Void.");
        if (order.IsOpen) Commitment.Release(call.Company, order);
        (order.Status, order.Modified) = ("void", call.Now);
        call.Company.Report("salesorder.voided", order);
        return Answer.Done("Sales Order status has been changed to Void.");
    }

    private static void Confirm(ApiCall call, SalesOrder order)
    {
        if (order.IsOpen) return;
        if (order.Status == "void") throw Refusal.State("A void sales order cannot be confirmed.");
        Approval.RefuseUnapproved(call.Company, order, "sales order");
        (order.Status, order.Modified) = ("confirmed", call.Now);
        Commitment.Take(call.Company, order);
        call.Company.Report("salesorder.confirmed", order);
    }
}
