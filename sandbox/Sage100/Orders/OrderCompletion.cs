using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>What a posted invoice does to its order: all shipped, it leaves the open orders for history.</summary>
internal static class OrderCompletion
{
    public static void Take(Company company, Row invoice)
    {
        var orders = company[SalesOrderSchema.Object];
        if (orders.Find(invoice.Text("SalesOrderNo")) is not { } open || InvoicePosting.Sign(invoice) < 0) return;
        var order = open.Copy().Set("CurrentInvoiceNo", "").Set("LastInvoiceOrderNo", invoice.Key)
            .Set("LastInvoiceOrderDate", company.Time.Now().Date);
        var complete = order.Lines.All(IsShipped);
        for (var at = 0; at < order.Lines.Count; at++) order.Lines[at] = Backordered(order.Lines[at]);
        company.Time.Stamp(order);
        if (complete) orders.Remove(order.Key);
        else orders.Put(order);
        OrderHistory.Keep(company, order, complete ? "C" : "A", row => row
            .Set("LastInvoiceDate", company.Time.Now().Date)
            .Set("LastInvoiceNo", invoice.Key)
            .Set("InvoicedAmt", row.Number("InvoicedAmt") + OrderTotals.Of(invoice)));
        OrderLedger.Lower(company, order, OrderTotals.Of(invoice));
    }

    private static bool IsShipped(Row line) => line.Text("ItemType") != ItemSchema.Regular
        || line.Number("QuantityShipped") >= line.Number("QuantityOrdered");

    private static Row Backordered(Row line) => IsShipped(line) ? line
        : line.Copy().Set("QuantityBackordered", line.Number("QuantityOrdered") - line.Number("QuantityShipped"));
}
