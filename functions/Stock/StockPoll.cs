using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>What a poll of the stock found and started.</summary>
public sealed record StockRound(PollCounts Counts, IReadOnlyList<string> Runs);

/// <summary>Reads what changed in Sage and has it carried to Zoho. One round at a time.</summary>
public sealed class StockPoll(
    StockFeed feed, Poller poller, StockBatches batches, Circuits circuits, IOptions<StockOptions> rules)
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>One round; nothing while one of the connections is paused.</summary>
    /// <param name="client">Starts the runs.</param>
    /// <param name="full">Reads every quantity, whatever the stamps say.</param>
    /// <param name="cancellation">Ends the round; what was taken is kept.</param>
    public async Task<StockRound?> RunAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        if (!await FlowingAsync(SageOptions.Id, cancellation) || !await FlowingAsync(ZohoInventoryOptions.Id, cancellation)) return null;
        await turn.WaitAsync(cancellation);
        try
        {
            var counts = await poller.PollAsync(feed.Feed, full || !rules.Value.StampsMove, cancellation);
            return new StockRound(counts, await batches.StartAsync(client, cancellation));
        }
        finally { turn.Release(); }
    }

    private async Task<bool> FlowingAsync(string connection, CancellationToken cancellation) =>
        (await circuits.FindAsync(connection, cancellation)).State == CircuitState.Flowing;
}
