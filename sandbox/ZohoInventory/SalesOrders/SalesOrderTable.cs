using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

internal static class SalesOrderTable
{
    public static Table<SalesOrder> Create() => new(order => order.Id,
        Index<SalesOrder>.On("salesorder_number", order => order.Number),
        Index<SalesOrder>.On("reference_number", order => order.ReferenceNumber),
        Index<SalesOrder>.On("customer_id", order => order.CustomerId),
        new Index<SalesOrder>("line_item_id", order => order.Lines.Select(line => line.Id)));
}
