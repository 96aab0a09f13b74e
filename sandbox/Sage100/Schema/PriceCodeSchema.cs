using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>IM_PriceCode: prices by code, item, level or customer.</summary>
internal static class PriceCodeSchema
{
    public const string Object = "IM_PriceCode";

    public static TableSchema Build() => new(Object, "IM_PriceCode_bus", "IM_PriceCode",
    [
        Key("PriceCodeRecord", 1), Part("PriceCode", 4), Part("ItemCode", 30, ItemSchema.Object),
        Part("CustomerPriceLevel", 1), Part("ARDivisionNo", 2), Part("CustomerNo", 20), Text("PriceCodeDesc", 25),
        Choice("PricingMethod", "D", "C", "D", "O", "M", "P"), .. Breaks("BreakQuantity", 0), .. Breaks("DiscountMarkup", 6),
        .. Audit()
    ])
    {
        Keys = ["PriceCodeRecord", "PriceCode", "ItemCode", "CustomerPriceLevel", "ARDivisionNo", "CustomerNo"],
        KeyLabel = "Price Code", Writable = true
    };

    // Which parts are filled depends on the kind of record.
    private static Column Part(string name, int length, string? lookup = null) => Code(name, length, lookup, "", KeyFormat.Upper);

    private static IEnumerable<Column> Breaks(string name, int decimals) =>
        Enumerable.Range(1, 5).Select(n => Number($"{name}{n}", decimals));
}
