using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Stock;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Receipts;

/// <summary>
/// Brings what was received of a purchase order on either side to the other. It compares what both have, so that nothing that was
/// lost on the way, and nothing that we wrote ourselves, counts twice.
/// </summary>
public sealed class CarryReceipts(
    SageAgentClient sage, ZohoInventoryClient zoho, PairedOrders pairs, ReceiptsToZoho toZoho, ReceivesToSage toSage, StockFeed stock,
    IOptions<StockOptions> stockRules, StepRunner steps)
{
    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(CarryReceipts))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<PurchasePair> step) =>
        steps.RunAsync(step, "carry the receipts", async (pair, notes) =>
        {
            zoho.BeginTurn();
            if (await ReadAsync(pair, step.RunId) is not { } both) return notes.Detail = "Nothing can be received.";
            var there = await toZoho.CarryAsync(both, notes);
            var here = await toSage.CarryAsync(both, notes);
            if (there > 0 && stockRules.Value.Enabled) await stock.CheckAsync(Delivered(both.Sage), CancellationToken.None);
            if (both.Refused.Count > 0) throw new FailureException(both.Refused[0].Failure, both.Refused[0]);
            return notes.Detail = $"{both.Receipts.Count} receipts in Sage, {both.Receives.Count} in Zoho: {there} carried there, {here} here.";
        });

    private static IEnumerable<(string Item, string Warehouse)> Delivered(JsonElement order) => order.NeedList("Lines", SageOptions.Id)
        .Where(line => line.FindNumber("QuantityReceived") > 0)
        .Select(line => (line.FindText("ItemCode") ?? "", line.FindText("WarehouseCode") ?? ""));

    /// <summary>The order before its receipts, so that a receipt which is posted meanwhile is not counted as open beside it.</summary>
    private async Task<PurchaseInBoth?> ReadAsync(PurchasePair pair, string runId)
    {
        var key = new Dictionary<string, string> { ["PurchaseOrderNo"] = pair.SageNo };
        if (await sage.ReadAsync("PO_PurchaseOrder", key, CancellationToken.None) is not { } order) return null;
        if (await zoho.FindPurchaseOrderByIdAsync(pair.ZohoId, CancellationToken.None) is not { } there) return null;
        var receipts = await sage.QueryAsync(SageReceipts.Object, null, key, null, CancellationToken.None).ToListAsync();
        return new PurchaseInBoth(pair, order, there, await pairs.LinesAsync(order, there), receipts, runId);
    }
}
