using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>Goods that came for one line of the purchase order.</summary>
internal sealed class ReceiptLine(Company company, Row document, Row? before) : DocumentLine(company, document, before)
{
    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name == "OrderLineKey") return OrderLine((string)value) is null ? $"Line Key {value} is not on file." : null;
        if (Current.Text("OrderLineKey").Length == 0) return "The Order Line Key must be entered first";
        return column.Name == "QuantityReceived" && (decimal)value < 0 ? "Quantity Received may not be negative" : null;
    }

    protected override void AfterSet(Column column)
    {
        if (column.Name != "OrderLineKey") return;
        var ordered = OrderLine(Current.Text("OrderLineKey"))!;
        foreach (var same in (ReadOnlySpan<string>)["ItemCode", "ItemType", "ItemCodeDesc", "WarehouseCode"])
            Current.Set(same, ordered.Text(same));
        Current.Set("UnitCost", ordered.Number("UnitCost"));
    }

    protected override BoiError? Check()
    {
        if (Current.Text("OrderLineKey").Length == 0) return Wrong("OrderLineKey", "", "The Order Line Key is required");
        var amount = Current.Number("QuantityReceived") * Current.Number("UnitCost");
        Current.Set("ExtensionAmt", Math.Round(amount, 2, MidpointRounding.AwayFromZero));
        return null;
    }

    private Row? OrderLine(string key) => Company[PurchaseOrderSchema.Object].Find(Document.Text("PurchaseOrderNo"))?
        .Lines.Find(line => line.Text("LineKey") == key);
}
