using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>Reads what changed in Sage and has it carried to Zoho.</summary>
public sealed class StockPoll(
    StockFeed feed, Poller poller, StockBatches batches, OwnSales sales, Circuits circuits, IOptions<StockOptions> rules)
    : RoundedPoll(circuits, SageOptions.Id, ZohoInventoryOptions.Id)
{
    /// <inheritdoc/>
    public override string Subject => "sage-100/stock";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        // What Sage has booked before it is read is in what is read.
        var booked = await sales.BookedAsync(cancellation);
        var counts = await poller.PollAsync(full ? feed.Checked : feed.Feed, full || !rules.Value.StampsMove, cancellation);
        await sales.ForgetAsync(booked, cancellation);
        return new PollRound(counts, await batches.StartAsync(client, cancellation));
    }
}
