using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>Quantities by item and warehouse: what open orders commit and expect, and what comes and goes.</summary>
internal static class StockBook
{
    /// <summary>Moves commitments from an order as it was to an order as it is; either may be absent.</summary>
    public static void Commit(Company company, Row? before, Row? after) => Change(company, "QuantityOnSalesOrder",
        Open(before, "QuantityShipped", ["Q", "P", "M", "R"], -1), Open(after, "QuantityShipped", ["Q", "P", "M", "R"], 1));

    /// <summary>Moves what a purchase order brings.</summary>
    public static void Expect(Company company, Row? before, Row? after) => Change(company, "QuantityOnPurchaseOrder",
        Open(before, "QuantityReceived", ["M", "R", "X"], -1), Open(after, "QuantityReceived", ["M", "R", "X"], 1));

    /// <summary>Takes the goods of an invoice out of stock, or those of a credit memo in, unless they are scrap.</summary>
    public static void Ship(Company company, Row invoice, int sign)
    {
        var ordered = sign > 0 && invoice.Text("SalesOrderNo").Length > 0;
        foreach (var line in invoice.Lines.Where(IsGoods))
        {
            var quantity = sign * line.Number("QuantityShipped");
            if (sign > 0 || line.Text("ItemAction") != "S") Move(company, line, "QuantityOnHand", -quantity);
            if (ordered && line.Text("OrderLineKey").Length > 0) Move(company, line, "QuantityOnSalesOrder", -quantity);
        }
    }

    /// <summary>Moves what is on hand, as a receipt or an adjustment does.</summary>
    public static void Receive(Company company, Row line, decimal quantity)
    {
        if (IsGoods(line)) Move(company, line, "QuantityOnHand", quantity);
    }

    /// <summary>Sets the quantity on hand, as a physical count would.</summary>
    public static void Count(Company company, string item, string warehouse, decimal onHand) =>
        Move(company, item, warehouse, "QuantityOnHand", onHand - Row(company, item, warehouse).Number("QuantityOnHand"));

    /// <summary>The row of an item in a warehouse; made when it is missing.</summary>
    public static Row Row(Company company, string item, string warehouse)
    {
        var table = company[ItemWarehouseSchema.Object];
        if (table.Find(TableKey.Of(item, warehouse)) is { } there) return there;
        var row = new Row(table.Schema).Set("ItemCode", item).Set("WarehouseCode", warehouse);
        company.Time.Stamp(row);
        table.Put(row);
        return row;
    }

    private static bool IsGoods(Row line) => line.Text("ItemType") == ItemSchema.Regular;

    private static IEnumerable<(Row Line, decimal Quantity)> Open(Row? order, string done, string[] uncounted, int sign) =>
        order is null || uncounted.Contains(order.Text("OrderType")) || order.Text("OrderStatus") == "X" ? []
            : order.Lines.Where(IsGoods)
                .Select(line => (line, sign * Math.Max(0, line.Number("QuantityOrdered") - line.Number(done))));

    private static void Change(Company company, string column, params IEnumerable<(Row Line, decimal Quantity)>[] parts)
    {
        var places = parts.SelectMany(part => part).GroupBy(part => (part.Line.Text("ItemCode"),
            part.Line.Text("WarehouseCode")));
        foreach (var place in places)
            Move(company, place.Key.Item1, place.Key.Item2, column, place.Sum(part => part.Quantity));
    }

    private static void Move(Company company, Row line, string column, decimal quantity) =>
        Move(company, line.Text("ItemCode"), line.Text("WarehouseCode"), column, quantity);

    private static void Move(Company company, string item, string warehouse, string column, decimal quantity)
    {
        if (quantity == 0) return;
        var row = Row(company, item, warehouse).Copy();
        row.Set(column, row.Number(column) + quantity);
        // Whether postings move the stamps differs by host.
        if (company.Settings.StockStamps) company.Time.Stamp(row);
        company[ItemWarehouseSchema.Object].Put(row);
        if (column != "QuantityOnHand") return;
        var items = company[ItemSchema.Object];
        if (items.Find(item)?.Copy() is { } total)
            items.Put(total.Set("TotalQuantityOnHand", total.Number("TotalQuantityOnHand") + quantity));
    }
}
