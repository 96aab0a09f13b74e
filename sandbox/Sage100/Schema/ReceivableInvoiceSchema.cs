using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_InvoiceHeader with AR_InvoiceDetail: what is owed without goods, by ledger account.</summary>
internal static class ReceivableInvoiceSchema
{
    public const string Object = "AR_Invoice";

    public static TableSchema Build() => new(Object, "AR_Invoice_bus", "AR_InvoiceHeader",
    [
        Key("InvoiceNo", 7, KeyFormat.ZeroFill), Choice("InvoiceType", "IN", "IN", "CM", "DM"), Date("InvoiceDate").Needed(),
        Date("InvoiceDueDate"), Key("ARDivisionNo", 2, KeyFormat.ZeroFill), Key("CustomerNo", 20),
        Code("ApplyToInvoiceNo", 7), Text("CustomerPONo", 30, 15), Text("Comment", 30),
        Code("TermsCode", 2, TermsCodeSchema.Object, "00"), Number("NonTaxableAmt").Shown(), Number("SalesTaxAmt"),
        Number("FreightAmt"), Date("PostedDate").Shown(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI", "UDF_STRIPE_REFUND")
    ])
    {
        Keys = ["InvoiceNo"], KeyLabel = "Invoice", Lines = Detail(), Writable = true
    };

    private static TableSchema Detail() => new("AR_InvoiceDetail", "AR_InvoiceDetail_bus", "AR_InvoiceDetail",
    [
        Text("InvoiceNo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(),
        Code("AccountKey", 9, AccountSchema.Object), Text("Account", 41), Text("AccountDesc", 50).Shown(),
        Text("LineDesc", 30), Number("ExtensionAmt"), .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["InvoiceNo", "LineKey"], KeyLabel = "Line Key"
    };
}
