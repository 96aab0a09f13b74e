using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>Looks for what changed in purchasing on either side. One round at a time.</summary>
public sealed class PurchasePoll(SagePurchaseFeeds sage, ZohoPurchaseFeed zoho, Poller poller, Circuits circuits)
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What changed in Sage.</summary>
    /// <param name="full">Reads everything, whatever the stamps say.</param>
    /// <param name="cancellation">Ends the round; what was taken is kept.</param>
    /// <returns>Null while the connection is paused.</returns>
    public Task<PollCounts?> SageAsync(bool full, CancellationToken cancellation) =>
        RunAsync(SageOptions.Id, sage.OfRound(full), full, cancellation);

    /// <summary>What changed in Zoho; its parameters are those of the other.</summary>
    public Task<PollCounts?> ZohoAsync(bool full, CancellationToken cancellation) =>
        RunAsync(ZohoInventoryOptions.Id, [zoho.Feed], full, cancellation);

    private async Task<PollCounts?> RunAsync(string connection, IReadOnlyList<Feed> feeds, bool full, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync(connection, cancellation)).State != CircuitState.Flowing) return null;
        await turn.WaitAsync(cancellation);
        try
        {
            var counts = PollCounts.None;
            foreach (var feed in feeds) counts += await poller.PollAsync(feed, full, cancellation);
            return counts;
        }
        finally { turn.Release(); }
    }
}
