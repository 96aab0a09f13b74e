using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Core.Polling;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>When purchasing is looked at: by the clock, and when somebody asks.</summary>
public sealed partial class PurchasingFunctions(
    PurchasePoll poll, IOptions<PurchasingOptions> rules, AuditTrail audit, ILogger<PurchasingFunctions> log)
{
    /// <summary>Every minute: what changed in Sage.</summary>
    [Function(nameof(PollPurchases))]
    public Task PollPurchases([TimerTrigger("25 * * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellation) =>
        InTimeAsync(() => poll.SageAsync(full: false, cancellation));

    /// <summary>Every fifteen minutes: what changed in Zoho and no webhook told of. One call in a quiet quarter of an hour.</summary>
    [Function(nameof(PollZohoPurchases))]
    public Task PollZohoPurchases([TimerTrigger("50 */15 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        InTimeAsync(() => poll.ZohoAsync(full: false, cancellation));

    /// <summary>Every night: everything in Sage, for what no stamp told of.</summary>
    [Function(nameof(SweepPurchasesInTime))]
    public Task SweepPurchasesInTime([TimerTrigger("0 25 2 * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation) =>
        InTimeAsync(() => poll.SageAsync(full: true, cancellation));

    /// <summary>
    /// <c>POST /api/purchasing/sweep?full=true</c>: looks now, at what changed or at everything on both sides, and says what it found.
    /// </summary>
    [Function(nameof(SweepPurchases))]
    public async Task<IActionResult> SweepPurchases(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "purchasing/sweep")] HttpRequest request, CancellationToken cancellation)
    {
        if (!IsOn) return OperatorAnswers.Unavailable("Isthmus:Purchasing:Direction is off.");
        var full = OperatorAnswers.Text(request, "full") is "true";
        try
        {
            if (await poll.SageAsync(full, cancellation) is not { } sage || await poll.ZohoAsync(full, cancellation) is not { } zoho)
                return OperatorAnswers.Unavailable("A connection is paused; the sweep comes by itself when it flows again.");
            await audit.AddAsync(
                OperatorAnswers.Operator(request), full ? "sweep all purchases" : "sweep purchases", "purchasing", Words(sage + zoho),
                cancellation: cancellation);
            return new OkObjectResult(new { sage, zoho });
        }
        catch (FailureException failed) { return OperatorAnswers.Unavailable($"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }

    private bool IsOn => rules.Value.FromSage || rules.Value.FromZoho;

    private async Task InTimeAsync(Func<Task<PollCounts?>> look)
    {
        if (!IsOn) return;
        try
        {
            if (await look() is { Taken: > 0 } counts) LogRound(log, Words(counts));
        }
        catch (FailureException failed) { LogFailure(log, failed.Failure.Connection, failed.Failure.Code, failed.Failure.Message); }
    }

    private static string Words(PollCounts counts) =>
        $"{counts.Read} read: {counts.Taken} changed, {counts.Unchanged} unchanged, {counts.Skipped} skipped.";

    [LoggerMessage(1411, LogLevel.Information, "Purchasing: {Round}")]
    private static partial void LogRound(ILogger logger, string round);

    [LoggerMessage(1412, LogLevel.Warning, "Purchasing could not be read ({Connection}, {Code}): {Reason} The next round reads it again")]
    private static partial void LogFailure(ILogger logger, string connection, string code, string reason);
}
