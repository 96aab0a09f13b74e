using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>CI_Item. Its business object is named after the item code, not after the table.</summary>
internal static class ItemSchema
{
    public const string Object = "CI_Item";
    public const string Regular = "1";
    public const string Charge = "3";
    public const string Comment = "4";
    public const string Miscellaneous = "5";

    public static TableSchema Build() => new(Object, "CI_ItemCode_bus", "CI_Item",
    [
        Key("ItemCode", 30), Choice("ItemType", Regular, Regular, Charge, Comment, Miscellaneous),
        Text("ItemCodeDesc", 30).Needed(), Text("ExtendedDescriptionText", 2048), Text("ProductLine", 4),
        Choice("ProductType", "F", "F", "R", "K", "D"), Choice("Valuation", "2", "1", "2", "3", "4", "5", "6"),
        Unit("StandardUnitOfMeasure"), Unit("SalesUnitOfMeasure"), Unit("PurchaseUnitOfMeasure"),
        Code("DefaultWarehouseCode", 3, WarehouseSchema.Object, "000"), Number("StandardUnitCost", 6),
        Number("StandardUnitPrice", 6), Number("SuggestedRetailPrice", 6), Number("LastTotalUnitCost", 6).Shown(),
        Number("AverageUnitCost", 6).Shown(), Number("TotalQuantityOnHand", 6).Shown(),
        Text("TaxClass", 2) with { Default = "TX" }, Flag("InactiveItem"), Flag("UseInAR", "Y"), Flag("UseInSO", "Y"),
        Flag("UseInPO", "Y"), Flag("UseInBM"), Text("Category1", 10), Text("Category2", 10), Text("Category3", 10),
        Text("Category4", 10), Code("PrimaryAPDivisionNo", 2), Text("PrimaryVendorNo", 7), Text("ShipWeight", 10),
        .. Audit(), .. UserFields.Of("UDF_EXTERNAL_ID")
    ])
    {
        Keys = ["ItemCode"], KeyLabel = "Item Code", Writable = true
    };

    private static Column Unit(string name) => Text(name, 4) with { Default = "EACH" };
}
