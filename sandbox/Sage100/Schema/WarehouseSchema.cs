using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>IM_Warehouse.</summary>
internal static class WarehouseSchema
{
    public const string Object = "IM_Warehouse";

    public static TableSchema Build() => new(Object, "IM_Warehouse_svc", "IM_Warehouse",
        [Key("WarehouseCode", 3, KeyFormat.ZeroFill), Text("WarehouseDesc", 30)])
    {
        Keys = ["WarehouseCode"], KeyLabel = "Warehouse"
    };
}
