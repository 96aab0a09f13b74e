using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>PO_PurchaseOrderHeader with PO_PurchaseOrderDetail, and what is left of a deleted order.</summary>
internal static class PurchaseOrderSchema
{
    public const string Object = "PO_PurchaseOrder";
    public const string History = "PO_PurchaseOrderHistory";

    public static TableSchema Build() => new(Object, "PO_PurchaseOrder_bus", "PO_PurchaseOrderHeader",
    [
        Key("PurchaseOrderNo", 7, KeyFormat.ZeroFill), Date("PurchaseOrderDate").Needed(),
        Choice("OrderType", "S", "S", "D", "M", "R", "X"), Choice("OrderStatus", "N", "N", "O", "B", "C", "X"),
        Key("APDivisionNo", 2, KeyFormat.ZeroFill), Key("VendorNo", 7), Text("PurchaseName", 50, 30),
        .. SalesOrderSchema.Address("Purchase"), Text("ShipToName", 50, 30), .. SalesOrderSchema.Address("ShipTo"),
        Date("RequiredExpireDate"), Text("ShipVia", 15), Text("FOB", 15),
        Code("WarehouseCode", 3, WarehouseSchema.Object, "000"), Text("ConfirmTo", 50, 30), Text("Comment", 30),
        Code("TermsCode", 2, TermsCodeSchema.Object, "00"), Flag("OnHold"),
        Code("CancelReasonCode", 5, CancelReasonSchema.Object, "", KeyFormat.Upper),
        Code("TaxSchedule", 9, TaxScheduleSchema.Object, "NONTAX", KeyFormat.Upper), Code("SalesOrderNo", 7),
        Date("CompletionDate").Shown(), Date("LastReceiptDate").Shown(), Text("LastReceiptNo", 7).Shown(),
        Number("TaxableAmt").Shown(), Number("NonTaxableAmt").Shown(), Number("SalesTaxAmt"), Number("FreightAmt"),
        Number("ReceivedAmt").Shown(), Number("InvoicedAmt").Shown(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_ZOHO_PO")
    ])
    {
        Keys = ["PurchaseOrderNo"], KeyLabel = "Purchase Order Number", Lines = Detail(), Writable = true
    };

    public static TableSchema BuildHistory() => new(History, "PO_PurchaseOrderHistory_svc", "PO_PurchaseOrderHistoryHeader",
    [
        Key("PurchaseOrderNo", 7, KeyFormat.ZeroFill), Date("PurchaseOrderDate"), Text("OrderStatus", 1),
        Text("APDivisionNo", 2), Text("VendorNo", 7), Text("CancelReasonCode", 5), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_ZOHO_PO")
    ])
    {
        Keys = ["PurchaseOrderNo"], KeyLabel = "Purchase Order Number"
    };

    private static TableSchema Detail() => new("PO_PurchaseOrderDetail", "PO_PurchaseOrderDetail_bus", "PO_PurchaseOrderDetail",
    [
        Text("PurchaseOrderNo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(), Key("ItemCode", 30),
        Text("ItemType", 1).Shown(), Text("ItemCodeDesc", 30), Text("CommentText", 2048), Date("RequiredDate"),
        Text("UnitOfMeasure", 4), Code("WarehouseCode", 3, WarehouseSchema.Object), Text("VendorAliasItemNo", 30),
        Text("TaxClass", 2), Number("QuantityOrdered", 6), Number("QuantityReceived", 6).Shown(),
        Number("QuantityBackordered", 6).Shown(), Number("QuantityInvoiced", 6).Shown(), Number("UnitCost", 6),
        Number("ExtensionAmt"), Number("ReceivedAmt").Shown(), .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["PurchaseOrderNo", "LineKey"], KeyLabel = "Line Key"
    };
}
