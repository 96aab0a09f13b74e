using Isthmus.Core.Audit;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Retention;

/// <summary>Removes what is past its retention.</summary>
public sealed partial class RetentionFunctions(
    RetentionRound round, RetentionOptions keep, AuditTrail audit, ILogger<RetentionFunctions> log)
{
    /// <summary>Eight kinds in less than the host's time limit for a function.</summary>
    private static readonly TimeSpan SpanOfKind = TimeSpan.FromSeconds(30);

    /// <summary>Every hour; a round ends after a few minutes, and the next one goes on.</summary>
    [Function(nameof(PurgeInTime))]
    public async Task PurgeInTime(
        [TimerTrigger("0 40 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        foreach (var purged in await round.RunAsync(client, SpanOfKind, cancellation))
            if (purged.Removed > 0) LogPurged(log, purged.Kind, purged.Removed, purged.Finished);
    }

    /// <summary><c>GET /api/retention</c>: for how many days each kind is kept; 0 is for ever.</summary>
    [Function(nameof(ShowRetention))]
    public IActionResult ShowRetention(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "retention")] HttpRequest request) => new OkObjectResult(keep);

    /// <summary><c>POST /api/retention/purge</c>: removes now what is past its retention, and says how much that was.</summary>
    [Function(nameof(PurgeNow))]
    public async Task<IActionResult> PurgeNow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "retention/purge")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var purged = await round.RunAsync(client, SpanOfKind, cancellation);
        await audit.AddAsync(
            OperatorAnswers.Operator(request), "purge", "store", string.Join(", ", purged.Select(p => $"{p.Removed} {p.Kind}")),
            cancellation: cancellation);
        return new OkObjectResult(purged);
    }

    [LoggerMessage(1201, LogLevel.Information, "Past their retention: {Removed} {Kind} removed; all of them: {Finished}")]
    private static partial void LogPurged(ILogger logger, string kind, int removed, bool finished);
}
