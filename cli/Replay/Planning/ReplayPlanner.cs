namespace Isthmus.Cli.Replay.Planning;

/// <summary>Decides for each invoice of a file what it becomes.</summary>
internal sealed class ReplayPlanner(RetailTables tables)
{
    public ReplayPlan Plan(IReadOnlyList<RetailRow> rows, int? limit = null)
    {
        var orders = new List<PlannedOrder>();
        var cancellations = new List<PlannedCancellation>();
        var skipped = new List<SkippedInvoice>();
        var purchases = new Purchases();
        var drafts = new OrderDrafts(tables);
        foreach (var invoice in rows.GroupBy(row => row.Invoice).Take(limit ?? int.MaxValue))
        {
            var lines = invoice.ToList();
            if (lines[0].IsCancellation)
            {
                var (refunds, beyond) = purchases.GiveBack(lines);
                if (refunds.Count > 0) cancellations.Add(new PlannedCancellation(invoice.Key, refunds, beyond));
                else skipped.Add(new SkippedInvoice(invoice.Key, WhyNothingGoesBack(lines)));
                continue;
            }
            var (order, reason) = drafts.Draft(lines);
            if (order is null) skipped.Add(new SkippedInvoice(invoice.Key, reason!));
            else
            {
                orders.Add(order);
                purchases.Add(order);
            }
        }
        return new ReplayPlan(orders, cancellations, skipped, Items(orders));
    }

    private string WhyNothingGoesBack(List<RetailRow> lines) =>
        lines.All(line => tables.KindOf(line.StockCode) != LineKind.Goods) ? "a cancellation that gives back no goods"
        : lines[0].Customer.Length == 0 ? "a cancellation without a customer"
        : "a cancellation whose purchase is not in the file, or of which nothing is left";

    private static List<PlannedItem> Items(List<PlannedOrder> orders) =>
    [
        .. orders.SelectMany(order => order.Lines).GroupBy(line => line.Sku).Select(same => new PlannedItem(
            same.Key, Name(same), same.First().Kind != LineKind.Goods, same.Max(line => line.UnitMinor) / 100))
    ];

    /// <summary>Item names are unique in Zoho, descriptions are not: the SKU makes them so.</summary>
    private static string Name(IGrouping<string, PlannedLine> same)
    {
        var described = same.FirstOrDefault(line => line.Description.Length > 0)?.Description;
        return described is null ? same.Key : $"{described} ({same.Key})";
    }
}
