using System.Security.Cryptography;
using System.Text;
using Isthmus.Core.Stock;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Puts quantities that wait together, as many as a document takes, one place a document, and starts a run for each batch. Batches
/// whose start was lost are started again.
/// </summary>
public sealed class StockBatches(StockStore store, IOptions<StockOptions> rules, TimeProvider time)
{
    /// <summary>Starts what is ready.</summary>
    /// <returns>The runs that were started.</returns>
    public async Task<IReadOnlyList<string>> StartAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var wanted = await store.WantedAsync(cancellation);
        var ready = wanted.Where(row => row.Batch.Length > 0 && !row.Refused).GroupBy(row => row.Batch)
            .Select(rows => new StockBatchInput(rows.Key, rows.First().Key, rows.Last().Key)).ToList();
        var size = Math.Clamp(rules.Value.LinesAnAdjustment, 1, StockStore.RowsATransaction);
        foreach (var place in wanted.Where(row => row.Batch.Length == 0).GroupBy(row => row.Warehouse))
        {
            foreach (var rows in place.Chunk(size))
            {
                var batch = Name(rows);
                if (await store.AssignAsync(rows, batch, cancellation)) ready.Add(new StockBatchInput(batch, rows[0].Key, rows[^1].Key));
            }
        }
        var started = new List<string>();
        foreach (var batch in ready)
        {
            if (await client.GetInstanceAsync(batch.Batch, cancellation) is not null) continue;
            await FlowStart.StartUnlessAtWorkAsync(client, nameof(StockToZohoOrchestration.StockToZoho), batch.Batch, batch, cancellation);
            started.Add(batch.Batch);
        }
        return started;
    }

    /// <summary>The time is in it: the same quantities may have to be corrected again one day.</summary>
    private string Name(IEnumerable<WantedStock> rows)
    {
        var content = $"{time.GetUtcNow().UtcTicks}\n{string.Join('\n', rows.Select(row => $"{row.Key}={row.Version}"))}";
        return "stock-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..20];
    }
}
