using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A line whose item comes first and fills the rest: of orders, invoices, returns,
/// purchases and stock entries.</summary>
internal sealed class ItemLine(Company company, Row document, Row? before, ItemLineRules rules)
    : DocumentLine(company, document, before)
{
    private decimal? statedExtension;

    private bool TakesQuantity => Current.Text("ItemType") is ItemSchema.Regular or ItemSchema.Miscellaneous;

    protected override BoiError? Check()
    {
        if (Current.Text("ItemCode").Length == 0) return Wrong("ItemCode", "", "The Item Code is required");
        var computed = Computed();
        if (Current.Text("ItemType") == ItemSchema.Regular && statedExtension is { } stated && stated != computed)
            return Wrong("ExtensionAmt", stated, $"Extension {stated} does not equal quantity times unit price, {computed}");
        var extension = TakesQuantity && Current.Number(rules.Quantity) != 0 ? computed : Current.Number("ExtensionAmt");
        Current.Set("ExtensionAmt", Current.Text("ItemType") == ItemSchema.Regular ? computed : extension);
        return null;
    }

    protected override bool IsSettable(Column column) => IsNew || column.Name != "ItemCode";

    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name == "ItemCode") return Unusable((string)value);
        if (Current.Text("ItemCode").Length == 0) return "The Item Code must be entered first";
        if (column.Name != rules.Quantity && column.Name != rules.Price) return null;
        if (!TakesQuantity) return $"{column.Label} may not be entered for this item type";
        return column.Name == rules.Quantity && !rules.Signed && (decimal)value < 0
            && Current.Text("ItemType") == ItemSchema.Regular ? $"{column.Label} may not be negative" : null;
    }

    protected override void AfterSet(Column column)
    {
        if (column.Name == "ItemCode") FillFromItem();
        else if (column.Name == "UnitPrice" && rules.Price == "UnitPrice") Current.Set("PriceOverridden", "Y");
        else if (column.Name == "ExtensionAmt") statedExtension = Current.Number("ExtensionAmt");
    }

    private string? Unusable(string code)
    {
        if (FindItem(code) is not { } item) return $"Item Code {code} is not on file.";
        if (item.Text("InactiveItem") == "Y") return $"Item Code {code} is inactive.";
        return rules.UseFlag is { } flag && item.Text(flag) == "N"
            ? $"Item Code {code} may not be used in {rules.Module}." : null;
    }

    private void FillFromItem()
    {
        var item = FindItem(Current.Text("ItemCode"))!;
        Fill("ItemType", item.Text("ItemType"));
        Fill("ItemCodeDesc", item.Text("ItemCodeDesc"));
        Fill("UnitOfMeasure", item.Text(rules.Unit));
        Fill("TaxClass", item.Text("TaxClass"));
        Fill("UnitCost", item.Number("StandardUnitCost"));
        Fill(rules.Price, item.Number(rules.Standard));
        if (item.Text("ItemType") == ItemSchema.Regular) Current.Set("WarehouseCode", Warehouse(item));
    }

    private string Warehouse(Row item) =>
        Document.Schema.Find("WarehouseCode") is not null && Document.Text("WarehouseCode") is { Length: > 0 } own
            ? own : item.Text("DefaultWarehouseCode");

    private void Fill(string column, object value)
    {
        if (Schema.Find(column) is not null) Current.Set(column, value);
    }

    private Row? FindItem(string code) => Company[ItemSchema.Object].Find(code);

    private decimal Computed()
    {
        var discount = Schema.Find("LineDiscountPercent") is null ? 0 : Current.Number("LineDiscountPercent");
        var gross = Current.Number(rules.Quantity) * Current.Number(rules.Price);
        return Math.Round(gross * (1 - discount / 100), 2, MidpointRounding.AwayFromZero);
    }
}
