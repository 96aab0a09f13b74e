using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Polling;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>
/// Zoho's purchase orders, for the webhooks that were lost. What is received of an order changes it, so that its row tells of its
/// receives, which have no list of their own.
/// </summary>
public sealed class ZohoPurchaseFeed(ZohoInventoryClient zoho, WebhookIntake intake, IOptions<PurchasingOptions> rules)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>The feed, for the poller.</summary>
    public Feed Feed => new(ZohoInventoryOptions.Id, "purchase-orders", Overlap) { Read = zoho.ListPurchaseOrdersAsync, TakeAsync = TakeAsync };

    private async Task<PollCounts> TakeAsync(IReadOnlyList<JsonElement> page, CancellationToken cancellation)
    {
        var ours = page.Where(row => rules.Value.IsOwnOrder(row.FindText("purchaseorder_number")) == rules.Value.FromSage).ToList();
        var taken = 0;
        foreach (var row in ours)
        {
            var change = new ZohoWebhook(
                "purchaseorder", row.NeedText("purchaseorder_id", ZohoInventoryOptions.Id), row.FindText("last_modified_time") ?? "", "sweep", row);
            if (await ZohoEvents.TakeAsync(intake, change, "sweep", cancellation)) taken++;
        }
        return new PollCounts(page.Count, taken, ours.Count - taken, page.Count - ours.Count);
    }
}
