using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

/// <summary>Stock promised to confirmed sales orders. Confirming commits and moves nothing.</summary>
internal static class Commitment
{
    public static void Take(Company company, SalesOrder order) => Change(company, order, +1);

    public static void Release(Company company, SalesOrder order) => Change(company, order, -1);

    /// <summary>The stock record that a line draws on; null for services and untracked goods.</summary>
    public static Stock? StockOf(Company company, TradeDocument document, DocumentLine line) =>
        company.Items.Find(line.ItemId) is { IsTracked: true } item
            ? item.At(line.LocationId ?? document.LocationId ?? company.PrimaryLocation.Id) : null;

    private static void Change(Company company, SalesOrder order, int sign)
    {
        foreach (var line in order.Lines)
        {
            if (StockOf(company, order, line) is not { } stock) continue;
            stock.ToShip += sign * (line.Quantity - line.Shipped - line.Cancelled);
            stock.ToInvoice += sign * (line.Quantity - line.Billed);
        }
    }
}
