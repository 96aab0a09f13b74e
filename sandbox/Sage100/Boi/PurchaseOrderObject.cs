using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>PO_PurchaseOrder_bus with its oLines.</summary>
internal sealed class PurchaseOrderObject(Company company) : DocumentObject(company, PurchaseOrderSchema.Object)
{
    private Row? before;
    private bool taxWasSet;

    protected override string Kind => "purchase order";

    protected override string Dated => "PurchaseOrderDate";

    protected override DocumentLine Line(Row? line) => new ItemLine(Company, Current, line, ItemLineRules.Purchase);

    protected override string? OpenNew() => Company[PurchaseOrderSchema.History].Find(Key) is not null
        ? $"Purchase Order {Key} already exists in purchase order history." : base.OpenNew();

    protected override bool IsSettable(Column column) =>
        base.IsSettable(column) && (IsNew || column.Name is not ("APDivisionNo" or "VendorNo"));

    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name != "VendorNo") return null;
        if (FindVendor((string)value) is not { } vendor) return $"Vendor Number {Division}-{value} is not on file.";
        return vendor.Text("VendorStatus") == "I" ? $"Vendor {Division}-{value} is inactive." : null;
    }

    protected override void AfterSet(Column column)
    {
        if (column.Name == "VendorNo") VendorDefaults.Fill(Current, FindVendor(Current.Text("VendorNo"))!);
        if (column.Name == "OrderStatus" && Current.Text("OrderStatus") == "X")
            Current.Set("CompletionDate", Company.Time.Now().Date);
        taxWasSet |= column.Name == "SalesTaxAmt";
    }

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        if (Current.Lines.Find(line => line.Number("QuantityOrdered") < line.Number("QuantityReceived")) is { } less)
            return Wrong($"Quantity Ordered of line {less.Text("LineKey")} is less than what was received", "QuantityOrdered");
        before = Table.Find(Key);
        OrderTotals.Compute(Company, Current, taxWasSet, discountStated: true);
        return null;
    }

    protected override string? AfterWrite()
    {
        StockBook.Expect(Company, before, Current);
        return null;
    }

    protected override string? BeforeDelete()
    {
        if (Current.Lines.Any(line => line.Number("QuantityReceived") != 0))
            return "The purchase order cannot be deleted. Goods were received.";
        return Company.Settings.Release >= Release.Sage2025 && Current.Text("CancelReasonCode").Length == 0
            ? "The Cancel Reason Code is required" : null;
    }

    protected override void AfterDelete()
    {
        StockBook.Expect(Company, Current, null);
        PurchaseHistory.Keep(Company, Current);
    }

    private string Division => Current.Text("APDivisionNo") is { Length: > 0 } given ? given : "00";

    private Row? FindVendor(string number)
    {
        if (Current.Text("APDivisionNo").Length == 0) Current.Set("APDivisionNo", "00");
        return Company[VendorSchema.Object].Find(TableKey.Of(Division, number));
    }
}
