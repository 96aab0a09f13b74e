using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>SO_SalesOrder_bus with its oLines.</summary>
internal sealed class SalesOrderObject(Company company) : BusinessObject(company, SalesOrderSchema.Object)
{
    private Row? before;
    private bool taxWasSet;
    private bool discountWasSet;

    public SalesOrderLine AddLine() => new(Company, Current, null);

    /// <summary>The line of the given LineKey, or null.</summary>
    public SalesOrderLine? EditLine(string lineKey) =>
        Current.Lines.Find(line => line.Text("LineKey") == lineKey) is { } line ? new(Company, Current, line) : null;

    protected override string? OpenNew()
    {
        if (Company[SalesOrderHistorySchema.Object].Find(Key) is not null)
            return $"Sales Order {Key} already exists in sales order history.";
        Current.Set("OrderDate", Company.Time.Now().Date);
        return null;
    }

    protected override bool IsSettable(Column column) =>
        base.IsSettable(column) && (IsNew || column.Name is not ("ARDivisionNo" or "CustomerNo"));

    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name != "CustomerNo") return null;
        if (FindCustomer((string)value) is not { } customer) return $"Customer Number {Division}-{value} is not on file.";
        return customer.Text("CustomerStatus") == "I" ? $"Customer {Division}-{value} is inactive."
            : customer.Text("CreditHold") == "Y" ? $"Customer {Division}-{value} is on credit hold."
            : null;
    }

    protected override void AfterSet(Column column)
    {
        if (column.Name == "CustomerNo") CustomerDefaults.Fill(Current, FindCustomer(Current.Text("CustomerNo"))!);
        taxWasSet |= column.Name == "SalesTaxAmt";
        discountWasSet |= column.Name == "DiscountAmt";
    }

    protected override BoiError? BeforeWrite()
    {
        if (Current.Lines.Count == 0) return new BoiError(Schema.Bus, null, null, "The sales order has no lines.");
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

    protected override void AfterDelete()
    {
        OrderLedger.Post(Company, Current, null);
        OrderHistory.Keep(Company, Current, Current.Text("OrderType") is "Q" or "P" ? "Z" : "X");
    }

    private string Division => Current.Text("ARDivisionNo") is { Length: > 0 } given ? given : "00";

    private Row? FindCustomer(string number)
    {
        if (Current.Text("ARDivisionNo").Length == 0) Current.Set("ARDivisionNo", "00");
        return Company[CustomerSchema.Object].Find(TableKey.Of(Division, number));
    }
}
