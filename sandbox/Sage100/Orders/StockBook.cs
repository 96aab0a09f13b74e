using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>Quantities by item and warehouse: what open orders commit, and what an invoice takes out.</summary>
internal static class StockBook
{
    /// <summary>Moves commitments from an order as it was to an order as it is; either may be absent.</summary>
    public static void Commit(Company company, Row? before, Row? after)
    {
        var change = new Dictionary<(string Item, string Warehouse), decimal>();
        Add(change, before, -1);
        Add(change, after, 1);
        foreach (var ((item, warehouse), quantity) in change)
            if (quantity != 0) Move(company, item, warehouse, "QuantityOnSalesOrder", quantity);
    }

    /// <summary>Takes the goods of an invoiced order out of stock.</summary>
    public static void Ship(Company company, Row order)
    {
        var change = new Dictionary<(string Item, string Warehouse), decimal>();
        Add(change, order, 1);
        foreach (var ((item, warehouse), quantity) in change) Move(company, item, warehouse, "QuantityOnHand", -quantity);
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

    private static void Add(Dictionary<(string, string), decimal> change, Row? order, int sign)
    {
        if (order is null || order.Text("OrderType") is "Q" or "P" or "M" or "R") return;
        foreach (var line in order.Lines)
        {
            if (line.Text("ItemType") != ItemSchema.Regular) continue;
            var place = (line.Text("ItemCode"), line.Text("WarehouseCode"));
            change[place] = change.GetValueOrDefault(place) + sign * line.Number("QuantityOrdered");
        }
    }

    private static void Move(Company company, string item, string warehouse, string column, decimal quantity)
    {
        var row = Row(company, item, warehouse).Copy();
        row.Set(column, row.Number(column) + quantity);
        company.Time.Stamp(row);
        company[ItemWarehouseSchema.Object].Put(row);
        if (column != "QuantityOnHand") return;
        var items = company[ItemSchema.Object];
        if (items.Find(item)?.Copy() is { } total)
            items.Put(total.Set("TotalQuantityOnHand", total.Number("TotalQuantityOnHand") + quantity));
    }
}
