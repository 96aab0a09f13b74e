using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>Makes the business object that writes a table.</summary>
internal static class BusinessObjects
{
    /// <summary>A fresh object, or null where Sage offers a read service only.</summary>
    public static BusinessObject? Create(Company company, string name) => name switch
    {
        CustomerSchema.Object => new CustomerObject(company),
        CustomerContactSchema.Object => new CustomerContactObject(company),
        SalesOrderSchema.Object => new SalesOrderObject(company),
        InvoiceSchema.Object => new InvoiceObject(company),
        TrackingSchema.Object => new TrackingObject(company),
        ReceivableInvoiceSchema.Object => new ReceivableInvoiceObject(company),
        CashReceiptsSchema.Object => new CashReceiptsObject(company),
        ReturnSchema.Object => new ReturnObject(company),
        JournalSchema.Object => new JournalObject(company),
        ItemSchema.Object => new ItemObject(company),
        PriceCodeSchema.Object => new PlainObject(company, name),
        TransactionSchema.Object => new TransactionObject(company),
        VendorSchema.Object => new VendorObject(company),
        PurchaseOrderSchema.Object => new PurchaseOrderObject(company),
        ReceiptSchema.Object => new ReceiptObject(company),
        _ => null
    };
}
