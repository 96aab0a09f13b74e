using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>PO_Receipt_bus: goods received for a purchase order.</summary>
internal sealed class ReceiptObject(Company company) : DocumentObject(company, ReceiptSchema.Object)
{
    protected override string Kind => "receipt";

    protected override string Dated => "ReceiptDate";

    protected override DocumentLine Line(Row? before) => new ReceiptLine(Company, Current, before);

    protected override bool IsSettable(Column column) =>
        base.IsSettable(column) && (column.Name != "PurchaseOrderNo" || Current.Lines.Count == 0);

    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name != "PurchaseOrderNo") return null;
        var order = Company[PurchaseOrderSchema.Object].Find((string)value);
        return order?.Text("OrderStatus") == "X" ? $"Purchase Order {value} is complete."
            : order?.Text("OnHold") == "Y" ? $"Purchase Order {value} is on hold." : null;
    }

    protected override BoiError? BeforeWrite() => base.BeforeWrite()
        ?? (Current.Text("PurchaseOrderNo").Length == 0 ? Wrong("The Purchase Order Number is required", "PurchaseOrderNo",
            "") : null);

    protected override string? AfterWrite()
    {
        if (Company[PurchaseOrderSchema.Object].Find(Current.Text("PurchaseOrderNo")) is not { } ordered) return null;
        return Current.Lines.GroupBy(line => line.Text("OrderLineKey")).FirstOrDefault(IsTooMuch) is { } over
            ? $"More than is open is received for line {over.Key}." : null;

        bool IsTooMuch(IGrouping<string, Row> group) =>
            ordered.Lines.Find(line => line.Text("LineKey") == group.Key) is { } line
            && group.Sum(received => received.Number("QuantityReceived"))
                > line.Number("QuantityOrdered") - line.Number("QuantityReceived");
    }
}
