using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>SO_SalesOrderHeader with SO_SalesOrderDetail.</summary>
internal static class SalesOrderSchema
{
    public const string Object = "SO_SalesOrder";

    public static TableSchema Build() => new(Object, "SO_SalesOrder_bus", "SO_SalesOrderHeader",
    [
        Key("SalesOrderNo", 7, KeyFormat.ZeroFill), Choice("OrderStatus", "N", "N", "O", "C", "H"), .. Header(), .. Audit(),
        .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PI", "UDF_ZOHO_SO", "UDF_SHIP_STATUS", "UDF_TRACKING")
    ])
    {
        Keys = ["SalesOrderNo"], KeyLabel = "Sales Order Number", Lines = Detail(), Writable = true
    };

    /// <summary>What an order says while it is open and in history.</summary>
    public static IEnumerable<Column> Header() =>
    [
        Date("OrderDate"),
        Choice("OrderType", "S", "S", "B", "M", "R", "Q", "P"),
        Key("ARDivisionNo", 2, KeyFormat.ZeroFill), Key("CustomerNo", 20), Text("BillToName", 50, 30), .. Address("BillTo"),
        Text("ShipToCode", 4), Text("ShipToName", 50, 30), .. Address("ShipTo"), Text("ShipVia", 15),
        Text("CustomerPONo", 30, 15), Text("FOB", 15), Code("WarehouseCode", 3, WarehouseSchema.Object, "000"),
        Text("ConfirmTo", 50, 30), Text("EmailAddress", 250), Text("Comment", 30),
        Code("TermsCode", 2, TermsCodeSchema.Object, "00"),
        Code("TaxSchedule", 9, TaxScheduleSchema.Object, "NONTAX", KeyFormat.Upper), Text("TaxExemptNo", 15),
        Date("ShipExpireDate"), Text("PaymentType", 5), Text("OtherPaymentTypeRefNo", 24), Text("CheckNoForDeposit", 10),
        Code("CancelReasonCode", 5, CancelReasonSchema.Object, "", KeyFormat.Upper), Text("CycleCode", 2),
        Code("SalespersonDivisionNo", 2), Code("SalespersonNo", 4), Flag("ResidentialAddress"),
        Text("CurrentInvoiceNo", 7).Shown(), Text("LastInvoiceOrderNo", 7).Shown(), Date("LastInvoiceOrderDate").Shown(),
        Choice("FreightCalculationMethod", "A", "A", "P", "W"), Number("Weight", 4).Shown(), Number("TaxableAmt").Shown(),
        Number("NonTaxableAmt").Shown(), Number("SalesTaxAmt"), Number("FreightAmt"), Number("DiscountRate", 3),
        Number("DiscountAmt"), Number("DepositAmt")
    ];

    public static TableSchema Detail() => new("SO_SalesOrderDetail", "SO_SalesOrderDetail_bus", "SO_SalesOrderDetail",
    [
        Text("SalesOrderNo", 7).Shown(), Text("LineKey", 6).Shown(), Text("LineSeqNo", 14).Shown(), Key("ItemCode", 30),
        Text("ItemType", 1).Shown(), Text("ItemCodeDesc", 30), Text("CommentText", 2048), Text("UnitOfMeasure", 4),
        Code("WarehouseCode", 3, WarehouseSchema.Object), Number("QuantityOrdered", 6), Number("QuantityShipped", 6).Shown(),
        Number("QuantityBackordered", 6), Number("UnitPrice", 6), Number("LineDiscountPercent", 3), Number("ExtensionAmt"),
        Flag("PriceOverridden").Shown(), Text("PriceLevel", 1), Flag("Discount"), Flag("Commissionable"), Flag("DropShip"),
        Flag("SubjectToExemption"), Text("TaxClass", 2), Date("PromiseDate"), Text("AliasItemNo", 30),
        Number("LineWeight", 4).Shown(), Number("UnitCost", 6).Shown(), .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["SalesOrderNo", "LineKey"], KeyLabel = "Line Key"
    };

    public static IEnumerable<Column> Address(string prefix) =>
    [
        Text(prefix + "Address1", 40, 30), Text(prefix + "Address2", 40, 30), Text(prefix + "Address3", 40, 30),
        Text(prefix + "City", 30, 20), Text(prefix + "State", 2), Text(prefix + "ZipCode", 10),
        Text(prefix + "CountryCode", 3)
    ];
}
