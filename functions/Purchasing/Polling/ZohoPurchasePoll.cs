using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>Takes what changed in Zoho's purchasing, and no webhook told of, into the inbox, which starts the runs.</summary>
public sealed class ZohoPurchasePoll(ZohoPurchaseFeed feed, Poller poller, Circuits circuits) : RoundedPoll(circuits, ZohoInventoryOptions.Id)
{
    /// <inheritdoc/>
    public override string Subject => "zoho-inventory/purchasing";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation) =>
        new(await poller.PollAsync(feed.Feed, full, cancellation), []);
}
