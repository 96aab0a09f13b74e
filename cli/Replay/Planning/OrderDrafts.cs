namespace Isthmus.Cli.Replay.Planning;

/// <summary>Makes an order of an invoice's lines, or says why it is none.</summary>
internal sealed class OrderDrafts(RetailTables tables)
{
    public (PlannedOrder? Order, string? Reason) Draft(IReadOnlyList<RetailRow> rows)
    {
        if (rows.All(row => row.Amount == 0)) return (null, "a stock movement: its total is zero");
        if (rows.Sum(row => row.Amount) <= 0) return (null, "its total is not above zero");
        var sold = rows.Where(row => row.Quantity > 0 && row.UnitPrice >= 0).Select(Line).ToList();
        var shipping = sold.Where(line => line.Kind == LineKind.Shipping).ToList();
        var lines = sold.Where(line => line.Kind != LineKind.Shipping).ToList();
        // Nothing but carriage was sold: then the carriage is the order.
        if (lines.Sum(line => line.Amount) == 0) (lines, shipping) = ([.. lines, .. shipping], []);
        var discount = -rows.Where(row => row.Amount < 0).Sum(row => Minor(row.Amount));
        if (discount >= lines.Sum(line => line.Amount)) return (null, "what it gives back is as much as what it sells");
        var first = rows[0];
        return (new PlannedOrder(
            first.Invoice, first.Date, first.Customer, tables.CountryOf(first.Country), lines, shipping.Sum(line => line.Amount),
                discount), null);
    }

    private PlannedLine Line(RetailRow row)
    {
        var kind = tables.KindOf(row.StockCode);
        return new PlannedLine(row.Sku, row.Description, kind, row.Quantity, row.UnitPrice * 100);
    }

    private static long Minor(decimal amount) => (long)Math.Round(amount * 100, MidpointRounding.AwayFromZero);
}
