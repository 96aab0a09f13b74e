using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>PO_ReceiptHeader with its lines: goods that came for a purchase order, entered or posted.</summary>
internal static class ReceiptSchema
{
    public const string Object = "PO_Receipt";

    public static TableSchema Build() => new(Object, "PO_Receipt_bus", "PO_ReceiptHeader",
    [
        Key("ReceiptNo", 7, KeyFormat.ZeroFill), Choice("ReceiptType", "G", "G"),
        Code("PurchaseOrderNo", 7, PurchaseOrderSchema.Object), Date("ReceiptDate").Needed(), Text("Comment", 30),
        Date("PostedDate").Shown(), .. Audit(), .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_ZOHO_RECEIVE")
    ])
    {
        Keys = ["ReceiptNo"], KeyLabel = "Receipt Number", Lines = Detail(), Writable = true
    };

    private static TableSchema Detail() => new("PO_ReceiptDetail", "PO_ReceiptDetail_bus", "PO_ReceiptDetail",
    [
        Text("ReceiptNo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(), Code("OrderLineKey", 6),
        Text("ItemCode", 30).Shown(), Text("ItemType", 1).Shown(), Text("ItemCodeDesc", 30).Shown(),
        Code("WarehouseCode", 3, WarehouseSchema.Object), Number("QuantityReceived", 6), Number("UnitCost", 6),
        Number("ExtensionAmt").Shown(), .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["ReceiptNo", "LineKey"], KeyLabel = "Line Key"
    };
}
