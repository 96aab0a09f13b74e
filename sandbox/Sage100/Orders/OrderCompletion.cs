using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>
/// An order's way out: into invoice entry, then through the sales journal update, which moves the goods and takes the order out
/// of the open orders into history.
/// </summary>
internal static class OrderCompletion
{
    /// <summary>Puts the order into invoice entry: it stays open, and shows the invoice's number.</summary>
    public static Row Invoice(Company company, Row order, string invoiceNo)
    {
        var invoiced = order.Copy().Set("CurrentInvoiceNo", invoiceNo).Set("OrderStatus", "O");
        for (var i = 0; i < invoiced.Lines.Count; i++)
        {
            var line = invoiced.Lines[i].Copy();
            invoiced.Lines[i] = line.Set("QuantityShipped", line.Number("QuantityOrdered"));
        }
        company.Time.Stamp(invoiced);
        company[SalesOrderSchema.Object].Put(invoiced);
        return invoiced;
    }

    /// <summary>Runs the update over the order; answers with its history.</summary>
    public static Row Post(Company company, Row order)
    {
        company[SalesOrderSchema.Object].Remove(order.Key);
        OrderLedger.Post(company, order, null);
        StockBook.Ship(company, order);
        return OrderHistory.Keep(company, order, "C", row => row
            .Set("LastInvoiceDate", company.Time.Now().Date)
            .Set("LastInvoiceNo", order.Text("CurrentInvoiceNo"))
            .Set("InvoicedAmt", OrderTotals.Of(order)));
    }
}
