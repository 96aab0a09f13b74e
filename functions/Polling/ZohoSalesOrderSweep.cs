using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>Finds sales orders that changed in Zoho without a webhook of it coming through.</summary>
public sealed class ZohoSalesOrderSweep(ZohoInventoryClient zoho, FoundZohoChanges changes, Poller poller, Circuits circuits)
{
    /// <summary>Every fifteen minutes: one call in a quiet quarter of an hour.</summary>
    [Function(nameof(ZohoSalesOrderSweep))]
    public async Task Run([TimerTrigger("40 */15 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync(ZohoInventoryOptions.Id, cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
    }

    /// <summary>Takes every sales order that changed since the last sweep.</summary>
    /// <returns>How many changes the inbox did not know.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation) =>
        (await poller.PollAsync(changes.Feed("salesorder", zoho.ListSalesOrdersAsync, _ => "sweep"), full: false, cancellation)).Taken;
}
