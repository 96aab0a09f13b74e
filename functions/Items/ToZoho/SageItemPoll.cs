using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>Reads what changed of Sage's items and has it carried to Zoho.</summary>
public sealed class SageItemPoll(SageItemFeed feed, ItemDrift drift, Poller poller, ItemRuns runs, ItemOptions rules, Circuits circuits)
    : RoundedPoll(circuits, SageOptions.Id, ZohoInventoryOptions.Id)
{
    /// <inheritdoc/>
    public override string Subject => "sage-100/items";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        if (full && rules.CorrectDrift) await drift.ForgetAsync(cancellation);
        var counts = await poller.PollAsync(feed.Feed, full, cancellation);
        return new PollRound(counts, await runs.StartAsync(
            client, SageItemFeed.Source, nameof(ItemToZohoOrchestration.ItemToZoho), ItemInput.ToZoho, cancellation));
    }
}
