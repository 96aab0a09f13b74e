using Isthmus.Functions.Polling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>When the stock is looked at: by the clock, and when somebody asks.</summary>
public sealed class StockFunctions(StockPoll poll, PollRounds rounds, IOptions<StockOptions> rules)
{
    /// <summary>Every half minute: what changed.</summary>
    [Function(nameof(PollStock))]
    public Task PollStock(
        [TimerTrigger("5,35 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: false, cancellation);

    /// <summary>Every night: everything, for what no stamp told of, and for what was changed in Zoho by hand.</summary>
    [Function(nameof(SweepStockInTime))]
    public Task SweepStockInTime(
        [TimerTrigger("0 10 2 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: true, cancellation);

    /// <summary>
    /// <c>POST /api/stock/sweep?full=true</c>: looks now, at what changed or at everything, and says what it found.
    /// </summary>
    [Function(nameof(SweepStock))]
    public Task<IActionResult> SweepStock(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "stock/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => rounds.AskedAsync(poll, request, client, cancellation);

    private Task InTimeAsync(DurableTaskClient client, bool full, CancellationToken cancellation) =>
        rules.Value.Enabled ? rounds.InTimeAsync(poll, client, full, cancellation) : Task.CompletedTask;
}
