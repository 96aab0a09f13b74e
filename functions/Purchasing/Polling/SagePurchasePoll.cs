using Isthmus.Connectors.Sage100;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>Takes what changed in Sage's purchasing into the inbox, which starts the runs.</summary>
public sealed class SagePurchasePoll(SagePurchaseFeeds feeds, Poller poller, Circuits circuits) : RoundedPoll(circuits, SageOptions.Id)
{
    /// <inheritdoc/>
    public override string Subject => "sage-100/purchasing";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        var counts = PollCounts.None;
        foreach (var feed in feeds.OfRound(full)) counts += await poller.PollAsync(feed, full, cancellation);
        return new PollRound(counts, []);
    }
}
