using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_CashReceiptsDeposit with its receipts as lines: by invoice, on account or by ledger account.</summary>
internal static class CashReceiptsSchema
{
    public const string Object = "AR_CashReceipts";

    public static TableSchema Build() => new(Object, "AR_CashReceipts_bus", "AR_CashReceiptsDeposit",
    [
        Key("DepositNo", 5, KeyFormat.ZeroFill), Date("DepositDate").Needed(), Date("PostingDate"),
        Code("BankCode", 1, BankSchema.Object, "A", KeyFormat.Upper), Choice("DepositType", "C", "C", "R"),
        Text("DepositDesc", 30), Number("DepositAmt"), Date("PostedDate").Shown(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PAYOUT")
    ])
    {
        Keys = ["DepositNo"], KeyLabel = "Deposit Number", Lines = Detail(), Writable = true
    };

    private static TableSchema Detail() => new("AR_CashReceiptsDetail", "AR_CashReceiptsDetail_bus", "AR_CashReceiptsDetail",
    [
        Text("DepositNo", 5).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(),
        Text("TransactionType", 2).Shown(), Code("ARDivisionNo", 2),
        Text("CustomerNo", 20) with { Format = KeyFormat.Upper }, Text("CheckNo", 10), Code("InvoiceNo", 7),
        Text("InvoiceType", 2), Code("AccountKey", 9, AccountSchema.Object), Text("Account", 41),
        Text("AccountDesc", 50).Shown(), Number("CashAmountApplied"), Number("DiscountAmountApplied"), Text("Comment", 2048),
        .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["DepositNo", "LineKey"], KeyLabel = "Line Key"
    };
}
