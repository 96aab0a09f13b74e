using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

internal static class InvoiceTable
{
    public static Table<Invoice> Create() => new(invoice => invoice.Id,
        Index<Invoice>.On("invoice_number", invoice => invoice.Number),
        Index<Invoice>.On("reference_number", invoice => invoice.ReferenceNumber),
        Index<Invoice>.On("customer_id", invoice => invoice.CustomerId),
        new Index<Invoice>("salesorder_id", invoice => invoice.SalesOrderIds),
        new Index<Invoice>("line_item_id", invoice => invoice.Lines.Select(line => line.Id)));
}
