using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Bills;

internal static class BillTable
{
    public static Table<Bill> Create() => new(bill => bill.Id,
        Index<Bill>.On("vendor_id", bill => bill.CustomerId),
        Index<Bill>.On("purchaseorder_id", bill => bill.PurchaseOrderId));
}
