using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_InvoiceHistoryHeader with its lines: what the sales journal posted. Credits are negative.</summary>
internal static class InvoiceHistorySchema
{
    public const string Object = "AR_InvoiceHistory";

    public static TableSchema Build() => new(Object, "AR_InvoiceHistoryInquiry_svc", "AR_InvoiceHistoryHeader",
    [
        Key("InvoiceNo", 7, KeyFormat.ZeroFill), Key("HeaderSeqNo", 6, KeyFormat.ZeroFill), Text("ModuleCode", 3),
        Date("TransactionDate"), .. InvoiceSchema.Header(), .. Audit(), .. InvoiceSchema.OwnFields()
    ])
    {
        Keys = ["InvoiceNo", "HeaderSeqNo"], KeyLabel = "Invoice",
        Lines = new("AR_InvoiceHistoryDetail", "AR_InvoiceHistoryInquiry_svc", "AR_InvoiceHistoryDetail",
            [Text("InvoiceNo", 7), Text("HeaderSeqNo", 6), Text("DetailSeqNo", 6), Text("LineKey", 6), .. InvoiceSchema.Detail(),
                Text("AccountKey", 9), Text("LineDesc", 30)])
        {
            Keys = ["InvoiceNo", "HeaderSeqNo", "DetailSeqNo"], KeyLabel = "Detail"
        }
    };
}
