using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>One line of SO_SalesOrder_bus.oLines: new, or an existing one being changed.</summary>
internal sealed class SalesOrderLine : ColumnSetter
{
    private readonly Row order;
    private readonly Row? before;
    private decimal? statedExtension;

    public SalesOrderLine(Company company, Row order, Row? before) : base(company)
    {
        (this.order, this.before) = (order, before);
        Current = before?.Copy() ?? new Row(Schema);
    }

    public override TableSchema Schema => Company[SalesOrderSchema.Object].Schema.Lines!;

    private bool TakesQuantity => Current.Text("ItemType") is ItemSchema.Regular or ItemSchema.Miscellaneous;

    /// <summary>1 taken into the order, 0 refused.</summary>
    public int Write()
    {
        if (Current.Text("ItemCode").Length == 0) return Refuse("ItemCode", "", "The Item Code is required");
        var computed = Computed();
        if (Current.Text("ItemType") == ItemSchema.Regular && statedExtension is { } stated && stated != computed)
            return Refuse("ExtensionAmt", stated, $"Extension {stated} does not equal quantity times unit price, {computed}");
        var extension = TakesQuantity && Current.Number("QuantityOrdered") != 0 ? computed : Current.Number("ExtensionAmt");
        Current.Set("ExtensionAmt", extension);
        if (before is null) Append();
        else order.Lines[order.Lines.IndexOf(before)] = Current;
        return 1;
    }

    protected override bool IsSettable(Column column) => before is null || column.Name != "ItemCode";

    protected override string? BeforeSet(Column column, object value) => column.Name switch
    {
        "ItemCode" => Unsaleable((string)value),
        _ when Current.Text("ItemCode").Length == 0 => "The Item Code must be entered first",
        "QuantityOrdered" or "UnitPrice" when !TakesQuantity => $"{column.Label} may not be entered for this item type",
        "QuantityOrdered" when (decimal)value < 0 && Current.Text("ItemType") == ItemSchema.Regular =>
            "Quantity Ordered may not be negative",
        _ => null
    };

    protected override void AfterSet(Column column)
    {
        switch (column.Name)
        {
            case "ItemCode": FillFromItem(); break;
            case "UnitPrice": Current.Set("PriceOverridden", "Y"); break;
            case "ExtensionAmt": statedExtension = Current.Number("ExtensionAmt"); break;
        }
    }

    private string? Unsaleable(string code)
    {
        if (FindItem(code) is not { } item) return $"Item Code {code} is not on file.";
        if (item.Text("InactiveItem") == "Y") return $"Item Code {code} is inactive.";
        return item.Text("UseInSO") == "N" ? $"Item Code {code} may not be used in Sales Order." : null;
    }

    private void FillFromItem()
    {
        var item = FindItem(Current.Text("ItemCode"))!;
        Current.Set("ItemType", item.Text("ItemType")).Set("ItemCodeDesc", item.Text("ItemCodeDesc"))
            .Set("UnitOfMeasure", item.Text("SalesUnitOfMeasure")).Set("UnitPrice", item.Number("StandardUnitPrice"))
            .Set("UnitCost", item.Number("StandardUnitCost")).Set("TaxClass", item.Text("TaxClass"));
        if (item.Text("ItemType") == ItemSchema.Regular)
            Current.Set("WarehouseCode", order.Text("WarehouseCode") is { Length: > 0 } own
                ? own : item.Text("DefaultWarehouseCode"));
    }

    private Row? FindItem(string code) => Company[ItemSchema.Object].Find(code);

    private decimal Computed()
    {
        var gross = Current.Number("QuantityOrdered") * Current.Number("UnitPrice");
        return Math.Round(gross * (1 - Current.Number("LineDiscountPercent") / 100), 2, MidpointRounding.AwayFromZero);
    }

    private void Append()
    {
        var number = order.Lines.Count == 0 ? 1 : int.Parse(order.Lines[^1].Text("LineKey")) + 1;
        Current.Set("SalesOrderNo", order.Text("SalesOrderNo")).Set("LineKey", number.ToString("D6"))
            .Set("LineSeqNo", number.ToString("D14"));
        order.Lines.Add(Current);
    }
}
