using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Checkpoints;
using Isthmus.Core.Connections;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>
/// Zoho's webhooks come at most once: this sweep finds sales orders that changed and feeds them through the same inbox.
/// </summary>
public sealed class ZohoSalesOrderSweep(
    ZohoInventoryClient zoho, CheckpointStore checkpoints, Circuits circuits, WebhookIntake intake, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    /// <summary>Every fifteen minutes: one call in a quiet quarter of an hour.</summary>
    [Function(nameof(ZohoSalesOrderSweep))]
    public async Task Run([TimerTrigger("40 */15 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync("zoho-inventory", cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
    }

    /// <summary>Takes every sales order that changed since the last sweep.</summary>
    /// <returns>How many changes the inbox did not know.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var since = await checkpoints.GetAsync("zoho-inventory", "salesorders", cancellation) ?? started - FirstLook;
        var found = 0;
        await foreach (var order in zoho.ListSalesOrdersAsync(since - Overlap, cancellation))
        {
            var change = new ZohoWebhook(
                "salesorder", Text(order, "salesorder_id"), Text(order, "last_modified_time"), "sweep", order);
            if (await ZohoEvents.TakeAsync(intake, change, "sweep", cancellation)) found++;
        }
        await checkpoints.SetAsync("zoho-inventory", "salesorders", started, cancellation);
        return found;
    }

    private static string Text(JsonElement row, string name) => row.NeedText(name, ZohoInventoryOptions.Id);
}
