using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>Looks at purchasing on both sides, for somebody who asks.</summary>
public sealed class PurchasePoll(SagePurchasePoll sage, ZohoPurchasePoll zoho, Circuits circuits)
    : RoundedPoll(circuits, SageOptions.Id, ZohoInventoryOptions.Id)
{
    /// <inheritdoc/>
    public override string Subject => "purchasing";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        var counts = PollCounts.None;
        foreach (var poll in (RoundedPoll[])[sage, zoho])
            if (await poll.RunAsync(client, full, cancellation) is { } round) counts += round.Counts;
        return new PollRound(counts, []);
    }
}
