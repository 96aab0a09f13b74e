using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>IM_ItemWarehouse: quantities. There is no stored "available".</summary>
internal static class ItemWarehouseSchema
{
    public const string Object = "IM_ItemWarehouse";

    public static TableSchema Build() => new(Object, "IM_ItemWarehouse_svc", "IM_ItemWarehouse",
    [
        Key("ItemCode", 30), Key("WarehouseCode", 3, KeyFormat.ZeroFill), Number("QuantityOnHand", 6),
        Number("QuantityOnPurchaseOrder", 6), Number("QuantityOnSalesOrder", 6), Number("QuantityOnBackOrder", 6),
        Number("QuantityOnWorkOrder", 6), Number("QuantityRequiredForWO", 6), Number("QuantityInShipping", 6),
        Number("AverageCost", 6), Number("ReorderPointQty", 6), Number("EconomicOrderQty", 6), Number("MinimumOrderQty", 6),
        Number("MaximumOnHandQty", 6), Number("TotalWarehouseValue"), Text("BinLocation", 10), .. Audit()
    ])
    {
        Keys = ["ItemCode", "WarehouseCode"], KeyLabel = "Warehouse"
    };
}
