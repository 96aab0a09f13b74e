using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>What follows from an order that comes, changes or goes: commitments and the customer's open order amount.</summary>
internal static class OrderLedger
{
    public static void Post(Company company, Row? before, Row? after)
    {
        StockBook.Commit(company, before, after);
        var order = (after ?? before)!;
        Lower(company, order, (before is null ? 0 : Open(company, before)) - (after is null ? 0 : Open(company, after)));
    }

    /// <summary>Takes an amount off what the customer has on order.</summary>
    public static void Lower(Company company, Row order, decimal amount)
    {
        var customers = company[CustomerSchema.Object];
        var customer = customers.Find(TableKey.Of(order.Text("ARDivisionNo"), order.Text("CustomerNo")))!.Copy();
        customers.Put(customer.Set("OpenOrderAmt", customer.Number("OpenOrderAmt") - amount).Set("DateLastActivity",
            company.Time.Now().Date));
    }

    /// <summary>What posted invoices took off the order already.</summary>
    public static decimal Invoiced(Company company, Row order) =>
        company[SalesOrderHistorySchema.Object].Find(order.Key)?.Number("InvoicedAmt") ?? 0;

    private static decimal Open(Company company, Row order) => OrderTotals.Of(order) - Invoiced(company, order);
}
