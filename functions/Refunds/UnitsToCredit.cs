using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds;

/// <summary>Finds out how many units of each billed line may still be credited, and whether they come back or never left.</summary>
public sealed class UnitsToCredit(ZohoInventoryClient zoho, CreditedUnits credited)
{
    /// <summary>The lines with what is left of them; where no order is known, nothing can be said of goods.</summary>
    public async Task<IReadOnlyList<BilledLine>> OfAsync(IReadOnlyList<BilledLine> lines, RefundHead refund)
    {
        if (refund.SalesOrderId.Length == 0) return [.. lines.Select(line => line with { Returnable = 0 })];
        var order = await zoho.GetSalesOrderAsync(refund.SalesOrderId, CancellationToken.None);
        var ordered = order.NeedList("line_items", ZohoInventoryOptions.Id)
            .ToDictionary(line => line.NeedText("line_item_id", ZohoInventoryOptions.Id));
        var others = await credited.OfOthersAsync(refund.InvoiceId, refund.RefundId);
        return [.. lines.Select(line => line.OrderLineId is { } id && ordered.TryGetValue(id, out var found)
            ? Left(line, found, [.. others[line.Id]]) : line with { Returnable = 0 })];
    }

    /// <summary>What others are about to credit is not to be seen at Zoho yet.</summary>
    private static BilledLine Left(BilledLine line, JsonElement ordered, IReadOnlyList<CreditedLine> others)
    {
        decimal Count(string name) => ordered.FindNumber("quantity_" + name) ?? 0;
        var returned = Math.Max(Count("returned"), others.Where(other => other.Returns).Sum(other => other.Quantity));
        var cancelled = Math.Max(Count("cancelled"), others.Where(other => !other.Returns).Sum(other => other.Quantity));
        return line with
        {
            Left = Math.Max(0, line.Quantity - returned - cancelled),
            Returnable = Count("shipped") - returned,
            Cancellable = (ordered.FindNumber("quantity") ?? 0) - Math.Max(Count("packed"), Count("shipped")) - cancelled,
        };
    }
}
