using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Packages;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

/// <summary>Shipping moves the physical stock and fulfils the commitment.</summary>
internal static class ShippedStock
{
    public static void Move(Company company, SalesOrder order, IEnumerable<Package> packages, int sign)
    {
        var lines = order.Lines.ToDictionary(line => line.Id);
        foreach (var packed in packages.SelectMany(package => package.Lines))
        {
            var line = lines[packed.OrderLineId];
            line.Shipped += sign * packed.Quantity;
            if (Commitment.StockOf(company, order, line) is not { } stock) continue;
            stock.Physical -= sign * packed.Quantity;
            stock.ToShip -= sign * packed.Quantity;
        }
    }

    /// <summary>What has come back in a sales return cannot be taken back as never sent.</summary>
    public static void RefuseReturned(SalesOrder order, IEnumerable<Package> packages)
    {
        var packed = packages.SelectMany(package => package.Lines).ToLookup(line => line.OrderLineId, line => line.Quantity);
        if (order.Lines.Exists(line => line.Shipped - packed[line.Id].Sum() < line.Returned))
            throw Refusal.State("The shipment has sales returns and cannot be deleted.");
    }

    public static void RefuseShortage(Company company, SalesOrder order, IEnumerable<Package> packages)
    {
        if (!company.Settings.RefuseNegativeStock) return;
        var lines = order.Lines.ToDictionary(line => line.Id);
        foreach (var group in packages.SelectMany(package => package.Lines).GroupBy(packed => packed.OrderLineId))
            if (Commitment.StockOf(company, order, lines[group.Key]) is { } stock
                && stock.Physical < group.Sum(packed => packed.Quantity))
                throw Refusal.State($"The item {lines[group.Key].Sku} does not have enough stock.");
    }
}
