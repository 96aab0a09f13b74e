using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>RA_ReturnHeader with its lines: what customers may send back, and what came.</summary>
internal static class ReturnSchema
{
    public const string Object = "RA_Return";

    public static TableSchema Build() => new(Object, "RA_Return_bus", "RA_ReturnHeader",
    [
        Key("RMANo", 7, KeyFormat.ZeroFill), Date("RMADate").Needed(), Key("ARDivisionNo", 2, KeyFormat.ZeroFill),
        Key("CustomerNo", 20), Code("WarehouseCode", 3, WarehouseSchema.Object, "000"), Text("ReturnVia", 15),
        Choice("RMAStatus", "O", "O", "R", "C"), Text("CustomerPONo", 30, 15), Text("Comment", 30),
        Text("CreditMemoNo", 7).Shown(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI", "UDF_STRIPE_REFUND")
    ])
    {
        Keys = ["RMANo"], KeyLabel = "RMA Number", Lines = Detail(), Writable = true
    };

    private static TableSchema Detail() => new("RA_ReturnDetail", "RA_ReturnDetail_bus", "RA_ReturnDetail",
    [
        Text("RMANo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(), Key("ItemCode", 30),
        Text("ItemType", 1).Shown(), Text("ItemCodeDesc", 30), Text("UnitOfMeasure", 4),
        Code("WarehouseCode", 3, WarehouseSchema.Object), Code("InvoiceNo", 7), Number("QuantityReturned", 6),
        Number("QuantityReceived", 6).Shown(), Number("UnitPrice", 6), Number("LineDiscountPercent", 3),
        Number("ExtensionAmt"), Flag("PriceOverridden").Shown(), Text("TaxClass", 2), Number("UnitCost", 6).Shown(),
        Text("ReturnReasonCode", 5), Choice("CustomerAction", "C", "C", "N"), Choice("ItemAction", "R", "R", "S"),
        .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["RMANo", "LineKey"], KeyLabel = "Line Key"
    };
}
