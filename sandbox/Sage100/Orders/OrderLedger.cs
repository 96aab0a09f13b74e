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
        var customers = company[CustomerSchema.Object];
        var customer = customers.Find(TableKey.Of(order.Text("ARDivisionNo"), order.Text("CustomerNo")))!.Copy();
        var change = (after is null ? 0 : OrderTotals.Of(after)) - (before is null ? 0 : OrderTotals.Of(before));
        customers.Put(customer.Set("OpenOrderAmt", customer.Number("OpenOrderAmt") + change).Set("DateLastActivity",
            company.Time.Now().Date));
    }
}
