using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_OpenInvoice: what each customer owes; credits and payments on account have negative balances.</summary>
internal static class OpenInvoiceSchema
{
    public const string Object = "AR_OpenInvoice";

    public static TableSchema Build() => new(Object, "AR_OpenInvoice_svc", "AR_OpenInvoice",
    [
        Key("ARDivisionNo", 2, KeyFormat.ZeroFill), Key("CustomerNo", 20), Key("InvoiceNo", 7, KeyFormat.ZeroFill),
        Key("InvoiceType", 2), Date("InvoiceDate"), Date("InvoiceDueDate"), Date("PostingDate"), Text("TermsCode", 2),
        Text("Comment", 30), Text("CreditMemoInvoiceReference", 7), Text("CustomerPONo", 30, 15), Text("CheckNo", 10),
        Number("TaxableAmt"), Number("NonTaxableAmt"), Number("FreightAmt"), Number("SalesTaxAmt"), Number("DiscountAmt"),
        Number("Balance"), .. Audit(), .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI")
    ])
    {
        Keys = ["ARDivisionNo", "CustomerNo", "InvoiceNo", "InvoiceType"], KeyLabel = "Invoice"
    };
}
