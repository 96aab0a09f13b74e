using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>SO_InvoiceHeader with SO_InvoiceDetail: shipments, invoices and credit memos that are not posted yet.</summary>
internal static class InvoiceSchema
{
    public const string Object = "SO_Invoice";

    public static TableSchema Build() => new(Object, "SO_Invoice_bus", "SO_InvoiceHeader",
        [Key("InvoiceNo", 7, KeyFormat.ZeroFill), .. Header(), Flag("InvoicePrinted"), .. Audit(), .. OwnFields()])
    {
        Keys = ["InvoiceNo"], KeyLabel = "Invoice", Writable = true,
        Lines = new("SO_InvoiceDetail", "SO_InvoiceDetail_bus", "SO_InvoiceDetail",
            [Text("InvoiceNo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(), .. Detail()])
        {
            Keys = ["InvoiceNo", "LineKey"], KeyLabel = "Line Key"
        }
    };

    /// <summary>What an invoice says in entry and in history.</summary>
    public static IEnumerable<Column> Header() =>
    [
        Choice("InvoiceType", "IN", "IN", "CM", "DM", "AD", "FC", "CA", "XD"), Date("InvoiceDate"), Date("InvoiceDueDate"),
        Code("SalesOrderNo", 7), Text("OrderType", 1), Date("OrderDate"), Key("ARDivisionNo", 2, KeyFormat.ZeroFill),
        Key("CustomerNo", 20), Text("BillToName", 50, 30), .. SalesOrderSchema.Address("BillTo"), Text("ShipToCode", 4),
        Text("ShipToName", 50, 30), .. SalesOrderSchema.Address("ShipTo"), Date("ShipDate"), Text("ShipVia", 15),
        Choice("ShipStatus", "N", "N", "L", "S", "D"), Text("CustomerPONo", 30, 15), Text("FOB", 15),
        Code("WarehouseCode", 3, WarehouseSchema.Object, "000"), Text("ConfirmTo", 50, 30), Text("EmailAddress", 250),
        Text("Comment", 30), Code("TermsCode", 2, TermsCodeSchema.Object, "00"),
        Code("TaxSchedule", 9, TaxScheduleSchema.Object, "NONTAX", KeyFormat.Upper), Text("TaxExemptNo", 15),
        Text("PaymentType", 5), Text("CheckNoForDeposit", 10), Code("SalespersonDivisionNo", 2), Code("SalespersonNo", 4),
        Flag("ResidentialAddress"), Code("ApplyToInvoiceNo", 7), Code("RMANo", 7), Number("TaxableAmt").Shown(),
        Number("NonTaxableAmt").Shown(), Number("SalesTaxAmt"), Number("FreightAmt"), Number("DiscountRate", 3),
        Number("DiscountAmt"), Number("DepositAmt")
    ];

    /// <summary>What a line says in entry and in history.</summary>
    public static IEnumerable<Column> Detail() =>
    [
        Code("OrderLineKey", 6), Key("ItemCode", 30), Text("ItemType", 1).Shown(), Text("ItemCodeDesc", 30),
        Text("CommentText", 2048), Text("UnitOfMeasure", 4), Code("WarehouseCode", 3, WarehouseSchema.Object),
        Number("QuantityOrdered", 6).Shown(), Number("QuantityShipped", 6), Number("QuantityBackordered", 6).Shown(),
        Number("UnitPrice", 6), Number("LineDiscountPercent", 3), Number("ExtensionAmt"), Flag("PriceOverridden").Shown(),
        Text("TaxClass", 2), Number("UnitCost", 6).Shown(), Choice("ItemAction", "R", "R", "S"),
        .. UserFields.Of(UserFields.Line)
    ];

    public static IEnumerable<Column> OwnFields() =>
        UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI", "UDF_ZOHO_SO", "UDF_STRIPE_REFUND");
}
