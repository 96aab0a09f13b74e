using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>Movements of stock that no other document makes: receipts, issues and adjustments.</summary>
internal static class TransactionSchema
{
    public const string Object = "IM_Transaction";

    public static TableSchema Build() => new(Object, "IM_TransactionEntry_bus", "IM_TransactionHeader",
    [
        Key("EntryNo", 7, KeyFormat.ZeroFill), Choice("TransactionType", "A", "A", "R", "I"),
        Date("TransactionDate").Needed(), Text("Comment", 30), Date("PostedDate").Shown(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID")
    ])
    {
        Keys = ["EntryNo"], KeyLabel = "Entry Number", Lines = Detail(), Writable = true
    };

    private static TableSchema Detail() => new("IM_TransactionDetail", "IM_TransactionDetail_bus", "IM_TransactionDetail",
    [
        Text("EntryNo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(), Key("ItemCode", 30),
        Text("ItemType", 1).Shown(), Text("ItemCodeDesc", 30), Text("UnitOfMeasure", 4),
        Code("WarehouseCode", 3, WarehouseSchema.Object), Number("TransactionQty", 6), Number("UnitCost", 6),
        Number("ExtensionAmt").Shown(), .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["EntryNo", "LineKey"], KeyLabel = "Line Key"
    };
}
