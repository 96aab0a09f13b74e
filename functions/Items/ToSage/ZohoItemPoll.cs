using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>Reads what changed of Zoho's items and has it carried to Sage.</summary>
public sealed class ZohoItemPoll(ZohoItemFeed feed, Poller poller, ItemRuns runs, Circuits circuits)
    : RoundedPoll(circuits, ZohoInventoryOptions.Id, SageOptions.Id)
{
    /// <inheritdoc/>
    public override string Subject => "zoho-inventory/items";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        var counts = await poller.PollAsync(feed.Feed, full, cancellation);
        return new PollRound(counts, await runs.StartAsync(
            client, ZohoItemFeed.Source, nameof(ItemToSageOrchestration.ItemToSage), ItemInput.ToSage, cancellation));
    }
}
