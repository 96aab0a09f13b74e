using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>SO_SalesOrderHistoryHeader beside the open orders, and after them.</summary>
internal static class OrderHistory
{
    /// <summary>Writes the order's history with status A, C, X, Q or Z.</summary>
    public static Row Keep(Company company, Row order, string status, Action<Row>? add = null)
    {
        var table = company[SalesOrderHistorySchema.Object];
        var row = (table.Find(order.Key)?.Copy() ?? new Row(table.Schema)).Set("SalesOrderNo", order.Key).Carry(order)
            .Set("OrderStatus", status);
        row.Lines.Clear();
        if (status != "A") row.Lines.AddRange(order.Lines);
        add?.Invoke(row);
        company.Time.Stamp(row);
        table.Put(row);
        return row;
    }
}
