using System.Text.Json;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Retention;
using Isthmus.Flows.Tests.Support;
using Microsoft.DurableTask.Client;

namespace Isthmus.Flows.Tests.Purchasing;

/// <summary>What both systems show of purchases once everything has come to rest.</summary>
internal static class BothSides
{
    private static readonly OrchestrationQuery AtWork =
        new() { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending] };

    /// <summary>Looks until there is nothing new and no run is at work.</summary>
    public static async Task RestAsync(this World world)
    {
        var desk = new BuyingDesk(world);
        do
        {
            await world.WaitUntilRoutedAsync();
            await Patience.UntilAsync<bool>(async () =>
                await world.Parts.Engine.Client.GetAllInstancesAsync(AtWork).AnyAsync() ? null : true);
        }
        while (await desk.LookAsync(full: true) > 0);
    }

    /// <summary>Ordered and received by SKU in Sage, such as <c>BTL-1L 4/10</c>.</summary>
    public static string InSage(this Ledger ledger, string no) => Show(ledger.Sage("purchaseOrders")
        .Single(order => Desk.Text(order, "PurchaseOrderNo") == no).GetProperty("Lines").EnumerateArray()
        .Select(line => (Desk.Text(line, "ItemCode"), Desk.Amount(line, "QuantityReceived"), Desk.Amount(line, "QuantityOrdered"))));

    /// <summary>Ordered and received by SKU in Zoho.</summary>
    public static string Quantities(this JsonElement zohoOrder) => Show(zohoOrder.GetProperty("line_items").EnumerateArray()
        .Select(line => (Desk.Text(line, "sku"), Desk.Amount(line, "quantity_received"), Desk.Amount(line, "quantity"))));

    public static IReadOnlyList<JsonElement> Sage(this Ledger ledger, string kind) =>
        [.. ledger.Root.GetProperty("sage-100").GetProperty(kind).EnumerateArray()];

    private static string Show(IEnumerable<(string Sku, decimal Received, decimal Ordered)> lines) => string.Join(", ", lines
        .Where(line => line.Ordered != 0).OrderBy(line => line.Sku, StringComparer.Ordinal)
        .Select(line => $"{line.Sku} {line.Received:0.##}/{line.Ordered:0.##}"));
}
