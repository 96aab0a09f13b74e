namespace Isthmus.Cli.Replay.Planning;

/// <summary>What a file of invoices comes to.</summary>
/// <param name="Orders">Invoices that become paid checkouts.</param>
/// <param name="Cancellations">Invoices that give money back for purchases of the file.</param>
/// <param name="Skipped">Invoices that are neither, each with the reason.</param>
/// <param name="Items">The catalogue that the orders need.</param>
internal sealed record ReplayPlan(
    IReadOnlyList<PlannedOrder> Orders, IReadOnlyList<PlannedCancellation> Cancellations, IReadOnlyList<SkippedInvoice> Skipped,
    IReadOnlyList<PlannedItem> Items);

/// <summary>An invoice as a checkout. Amounts are minor units; a unit price may have a fraction of one.</summary>
internal sealed record PlannedOrder(
    string Invoice, string Date, string Customer, string? Country, IReadOnlyList<PlannedLine> Lines, long Shipping, long Discount)
{
    public decimal Goods => Lines.Where(line => line.Kind == LineKind.Goods).Sum(line => line.Quantity);

    public decimal Units => Lines.Sum(line => line.Quantity);
}

/// <summary>A line of a checkout.</summary>
internal sealed record PlannedLine(string Sku, string Description, LineKind Kind, long Quantity, decimal UnitMinor)
{
    public long Amount => (long)Math.Round(Quantity * UnitMinor, MidpointRounding.AwayFromZero);
}

/// <summary>A cancellation, and what it gives back of which purchases.</summary>
/// <param name="Invoice">Its number.</param>
/// <param name="Refunds">What goes back of each purchase.</param>
/// <param name="Beyond">Units that no purchase of the file has left.</param>
internal sealed record PlannedCancellation(string Invoice, IReadOnlyList<PlannedRefund> Refunds, long Beyond = 0);

/// <summary>Minor units that go back of one purchase.</summary>
internal sealed record PlannedRefund(string Purchase, long Amount);

/// <summary>An invoice that is no order, and why.</summary>
internal sealed record SkippedInvoice(string Invoice, string Reason);

/// <summary>An article of the catalogue; the price in main units.</summary>
internal sealed record PlannedItem(string Sku, string Name, bool IsService, decimal Price);
