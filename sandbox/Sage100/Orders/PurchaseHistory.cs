using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>What is left of a purchase order that was deleted.</summary>
internal static class PurchaseHistory
{
    public static void Keep(Company company, Row order)
    {
        var table = company[PurchaseOrderSchema.History];
        var row = new Row(table.Schema).Carry(order).Set("PurchaseOrderNo", order.Key).Set("OrderStatus", "X");
        company.Time.Stamp(row);
        table.Put(row);
    }
}
