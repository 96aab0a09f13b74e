using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

internal static class PurchaseTables
{
    public static Table<PurchaseOrder> CreateOrders() => new(order => order.Id,
        Index<PurchaseOrder>.On("purchaseorder_number", order => order.Number),
        Index<PurchaseOrder>.On("reference_number", order => order.ReferenceNumber),
        Index<PurchaseOrder>.On("vendor_id", order => order.CustomerId),
        Index<PurchaseOrder>.On("salesorder_id", order => order.SalesOrderId),
        new Index<PurchaseOrder>("line_item_id", order => order.Lines.Select(line => line.Id)));

    public static Table<PurchaseReceive> CreateReceives() => new(receive => receive.Id,
        Index<PurchaseReceive>.On("receive_number", receive => receive.Number),
        Index<PurchaseReceive>.On("purchaseorder_id", receive => receive.PurchaseOrderId));
}
