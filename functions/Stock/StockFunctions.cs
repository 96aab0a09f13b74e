using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>When the stock is looked at: by the clock, and when somebody asks.</summary>
public sealed partial class StockFunctions(StockPoll poll, IOptions<StockOptions> rules, AuditTrail audit, ILogger<StockFunctions> log)
{
    /// <summary>Every half minute: what changed.</summary>
    [Function(nameof(PollStock))]
    public Task PollStock(
        [TimerTrigger("5,35 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: false, cancellation);

    /// <summary>Every night: everything, for what no stamp told of.</summary>
    [Function(nameof(SweepStockInTime))]
    public Task SweepStockInTime(
        [TimerTrigger("0 10 2 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: true, cancellation);

    /// <summary>
    /// <c>POST /api/stock/sweep?full=true</c>: looks now, at what changed or at everything, and says what it found.
    /// </summary>
    [Function(nameof(SweepStock))]
    public async Task<IActionResult> SweepStock(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "stock/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var full = OperatorAnswers.Text(request, "full") is "true";
        try
        {
            if (await poll.RunAsync(client, full, cancellation) is not { } round)
                return OperatorAnswers.Unavailable("A connection is paused; the sweep comes by itself when it flows again.");
            await audit.AddAsync(
                OperatorAnswers.Operator(request), full ? "sweep all stock" : "sweep stock", "sage-100/stock", Words(round),
                cancellation: cancellation);
            return new OkObjectResult(round);
        }
        catch (FailureException failed) { return OperatorAnswers.Unavailable($"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }

    private async Task InTimeAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        if (!rules.Value.Enabled) return;
        try
        {
            if (await poll.RunAsync(client, full, cancellation) is { Counts.Taken: > 0 } round) LogRound(log, Words(round));
        }
        catch (FailureException failed) { LogFailure(log, failed.Failure.Connection, failed.Failure.Code, failed.Failure.Message); }
    }

    private static string Words(StockRound round) =>
        $"{round.Counts.Read} read: {round.Counts.Taken} changed, {round.Counts.Unchanged} unchanged, {round.Counts.Skipped} skipped; "
        + $"{round.Runs.Count} runs.";

    [LoggerMessage(1401, LogLevel.Information, "Stock: {Round}")]
    private static partial void LogRound(ILogger logger, string round);

    [LoggerMessage(1402, LogLevel.Warning, "The stock could not be read ({Connection}, {Code}): {Reason} The next round reads it again")]
    private static partial void LogFailure(ILogger logger, string connection, string code, string reason);
}
