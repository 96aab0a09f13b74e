using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>SO_Invoice_bus: invoices of goods, credit memos and debit memos.</summary>
internal sealed class InvoiceObject(Company company) : CustomerDocument(company, InvoiceSchema.Object)
{
    private Row? before;
    private bool taxWasSet;
    private bool discountWasSet;

    protected override string Kind => "invoice";

    protected override string Dated => "InvoiceDate";

    protected override DocumentLine Line(Row? line) => new ItemLine(Company, Current, line, ItemLineRules.Invoice);

    protected override Row? Finished() => Company[InvoiceHistorySchema.Object].Find(TableKey.Of(Key,
        InvoicePosting.FirstSequence));

    protected override string? OpenNew() => Company[ReceivableInvoiceSchema.Object].Find(Key) is not null
        ? $"Invoice {Key} is in accounts receivable invoice entry." : base.OpenNew();

    protected override string? BeforeSet(Column column, object value) =>
        column.Name == "SalesOrderNo" && (string)value is { Length: > 0 } order
            ? Unshippable(order) : base.BeforeSet(column, value);

    protected override void AfterSet(Column column)
    {
        if (column.Name == "CustomerNo") CustomerDefaults.Fill(Current, FindCustomer(Current.Text("CustomerNo"))!);
        if (column.Name == "SalesOrderNo" && Current.Text("CustomerNo").Length == 0) FillFromOrder();
        taxWasSet |= column.Name == "SalesTaxAmt";
        discountWasSet |= column.Name == "DiscountAmt";
    }

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        // The type may be set after the customer, and a credit is not held.
        if (IsNew && Current.Text("InvoiceType") == "IN" && Held(FindCustomer(Current.Text("CustomerNo"))!) is { } held)
            return Wrong(held, "CustomerNo", Current.Text("CustomerNo"));
        var applied = Current.Text("ApplyToInvoiceNo");
        if (applied.Length > 0 && !OpenInvoices.Knows(Company, Current, applied))
            return Wrong($"Invoice {applied} is not on file.", "ApplyToInvoiceNo", applied);
        before = Table.Find(Key);
        if (IsShipment && InvoiceEntry.TooMuch(Company, before, Current) is { } line)
            return Wrong($"Quantity Shipped of order line {line} is more than what is ordered", "QuantityShipped");
        OrderTotals.Compute(Company, Current, taxWasSet || !IsNew && Current.Number("SalesTaxAmt") != 0, discountWasSet);
        return null;
    }

    protected override string? AfterWrite()
    {
        if (IsShipment) InvoiceEntry.Show(Company, before, Current);
        return null;
    }

    protected override void AfterDelete()
    {
        if (IsShipment) InvoiceEntry.Show(Company, Current, null);
    }

    private bool IsShipment => Current.Text("InvoiceType") == "IN" && Current.Text("SalesOrderNo").Length > 0;

    // A memo may follow an order that is complete; a shipment needs an open one.
    private string? Unshippable(string number)
    {
        var table = Current.Text("InvoiceType") == "IN" ? SalesOrderSchema.Object : SalesOrderHistorySchema.Object;
        if (Company[table].Find(number) is not { } order) return $"Sales Order Number {number} is not on file.";
        return table == SalesOrderSchema.Object && order.Text("CurrentInvoiceNo") is { Length: > 0 } other && other != Key
            ? $"Sales Order {number} is in invoice {other}." : null;
    }

    private void FillFromOrder()
    {
        var (own, number) = (Current.Text("UDF_EXTERNAL_ID"), Current.Text("SalesOrderNo"));
        if (Company[SalesOrderSchema.Object].Find(number) is { } order)
            Current.Carry(order).Set("UDF_EXTERNAL_ID", own).Set("SalesOrderNo", number);
    }
}
