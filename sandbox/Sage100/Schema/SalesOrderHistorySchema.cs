using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>SO_SalesOrderHistoryHeader: tells a completed order from a deleted one after it left the open orders.</summary>
internal static class SalesOrderHistorySchema
{
    public const string Object = "SO_SalesOrderHistory";

    public static TableSchema Build() => new(Object, "SO_SalesOrderHistory_svc", "SO_SalesOrderHistoryHeader",
    [
        Key("SalesOrderNo", 7, KeyFormat.ZeroFill), Choice("OrderStatus", "A", "A", "C", "X", "Q", "Z"),
        .. SalesOrderSchema.Header(), Date("LastInvoiceDate"), Text("LastInvoiceNo", 7), Number("InvoicedAmt"), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI", "UDF_ZOHO_SO")
    ])
    {
        Keys = ["SalesOrderNo"], KeyLabel = "Sales Order Number", Lines = SalesOrderSchema.Detail()
    };
}
