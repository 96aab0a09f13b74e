using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>Orders on their way into invoices: what is shipped is on an invoice in entry until the update posts it.</summary>
internal static class InvoiceEntry
{
    /// <summary>Ships an order, whole or the quantities given by LineKey, onto a new invoice.</summary>
    public static Row Ship(Company company, Row order, string invoiceNo, IReadOnlyDictionary<string, decimal>? quantities = null)
    {
        var invoice = new Row(company[InvoiceSchema.Object].Schema).Carry(order).Set("InvoiceNo", invoiceNo)
            .Set("SalesOrderNo", order.Key).Set("InvoiceDate", company.Time.Now().Date).Set("ShipDate", company.Time.Now().Date)
            .Set("ShipStatus", "S").Set("TaxableAmt", 0m).Set("NonTaxableAmt", 0m);
        var last = order.Lines.All(line => Shipping(line, quantities) >= Open(line));
        foreach (var line in order.Lines)
            if (Shipping(line, quantities) is not 0 || (last && !IsCounted(line)))
                Add(invoice, line, Shipping(line, quantities));
        Amounts(company, invoice, order, last);
        company.Time.Stamp(invoice);
        company[InvoiceSchema.Object].Put(invoice);
        Show(company, null, invoice);
        return invoice;
    }

    /// <summary>Shows on the order what an invoice of it ships now; a deleted invoice gives it back.</summary>
    public static void Show(Company company, Row? before, Row? after)
    {
        var orders = company[SalesOrderSchema.Object];
        if (orders.Find((after ?? before)!.Text("SalesOrderNo")) is not { } open) return;
        var order = open.Copy().Set("CurrentInvoiceNo", after?.Key ?? "").Set("OrderStatus", "O");
        for (var at = 0; at < order.Lines.Count; at++)
        {
            var line = order.Lines[at];
            var change = Shipped(after, line) - Shipped(before, line);
            if (change == 0) continue;
            order.Lines[at] = line.Copy().Set("QuantityShipped", line.Number("QuantityShipped") + change);
        }
        company.Time.Stamp(order);
        orders.Put(order);
    }

    /// <summary>The order line of which the invoice would ship more than is open; null when there is none.</summary>
    public static string? TooMuch(Company company, Row? before, Row after) =>
        company[SalesOrderSchema.Object].Find(after.Text("SalesOrderNo"))?.Lines
            .Find(line => IsCounted(line) && Shipped(after, line) - Shipped(before, line) > Open(line))
            ?.Text("LineKey");

    private static decimal Shipped(Row? invoice, Row line) => invoice?.Lines
        .Where(each => each.Text("OrderLineKey") == line.Text("LineKey")).Sum(each => each.Number("QuantityShipped")) ?? 0;

    private static bool IsCounted(Row line) => line.Text("ItemType") == ItemSchema.Regular;

    private static decimal Open(Row line) =>
        IsCounted(line) ? line.Number("QuantityOrdered") - line.Number("QuantityShipped") : 0;

    private static decimal Shipping(Row line, IReadOnlyDictionary<string, decimal>? quantities) => quantities is null
        ? Open(line) : Math.Min(Open(line), quantities.GetValueOrDefault(line.Text("LineKey")));

    private static void Add(Row invoice, Row line, decimal quantity)
    {
        var shipped = new Row(invoice.Schema.Lines!).Carry(line).Set("InvoiceNo", invoice.Key)
            .Set("LineKey", line.Text("LineKey")).Set("OrderLineKey", line.Text("LineKey"));
        if (IsCounted(line))
        {
            var gross = quantity * line.Number("UnitPrice") * (1 - line.Number("LineDiscountPercent") / 100);
            shipped.Set("QuantityShipped", quantity).Set("ExtensionAmt", Math.Round(gross, 2, MidpointRounding.AwayFromZero));
        }
        else shipped.Set("QuantityShipped", line.Number("QuantityOrdered"));
        invoice.Lines.Add(shipped);
    }

    // Freight, discount and what rounding left stand on the last invoice, so that all invoices of an order are its total.
    private static void Amounts(Company company, Row invoice, Row order, bool last)
    {
        if (!last) invoice.Set("FreightAmt", 0m).Set("DiscountAmt", 0m).Set("DiscountRate", 0m).Set("DepositAmt", 0m);
        OrderTotals.Compute(company, invoice, taxStated: false, discountStated: true);
        if (!last) return;
        invoice.Set("SalesTaxAmt", 0m);
        invoice.Set("SalesTaxAmt", OrderTotals.Of(order) - OrderLedger.Invoiced(company, order) - OrderTotals.Of(invoice));
    }
}
