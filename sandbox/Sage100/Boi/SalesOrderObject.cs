using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>SO_SalesOrder_bus with its oLines.</summary>
internal sealed class SalesOrderObject(Company company) : CustomerDocument(company, SalesOrderSchema.Object)
{
    private Row? before;
    private bool taxWasSet;
    private bool discountWasSet;

    protected override string Kind => "sales order";

    protected override string Dated => "OrderDate";

    protected override bool NeedsCredit => true;

    protected override DocumentLine Line(Row? line) => new ItemLine(Company, Current, line, ItemLineRules.Order);

    protected override string? OpenNew() => Company[SalesOrderHistorySchema.Object].Find(Key) is not null
        ? $"Sales Order {Key} already exists in sales order history." : base.OpenNew();

    protected override void AfterSet(Column column)
    {
        if (column.Name == "CustomerNo") CustomerDefaults.Fill(Current, FindCustomer(Current.Text("CustomerNo"))!);
        taxWasSet |= column.Name == "SalesTaxAmt";
        discountWasSet |= column.Name == "DiscountAmt";
    }

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        if (Current.Lines.Find(line => line.Number("QuantityOrdered") < line.Number("QuantityShipped")) is { } less)
            return Wrong($"Quantity Ordered of line {less.Text("LineKey")} is less than what was shipped", "QuantityOrdered");
        before = Table.Find(Key);
        OrderTotals.Compute(Company, Current, taxWasSet || !IsNew && Current.Number("SalesTaxAmt") != 0, discountWasSet);
        return null;
    }

    protected override string? AfterWrite()
    {
        OrderHistory.Keep(Company, Current, "A");
        OrderLedger.Post(Company, before, Current);
        if (!IsNew) return null;
        var customer = FindCustomer(Current.Text("CustomerNo"))!;
        var limit = customer.Number("CreditLimit");
        return limit > 0 && customer.Number("OpenOrderAmt") > limit
            ? $"Customer {Division}-{Current.Text("CustomerNo")} is over the credit limit." : null;
    }

    protected override string? BeforeDelete() => Current.Text("CurrentInvoiceNo") is { Length: > 0 } invoice
        ? $"Sales Order {Key} is in invoice {invoice}." : null;

    protected override void AfterDelete()
    {
        OrderLedger.Post(Company, Current, null);
        OrderHistory.Keep(Company, Current, Current.Text("OrderType") is "Q" or "P" ? "Z" : "X");
    }
}
