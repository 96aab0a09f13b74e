using System.Globalization;
using Isthmus.Core.Audit;
using Isthmus.Core.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Operators;

/// <summary>Looks after runs that a crash left in a state that is no longer true.</summary>
public sealed partial class RunSweepFunctions(RunSweep sweep, AuditTrail audit, ILogger<RunSweepFunctions> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    /// <summary>Every five minutes.</summary>
    [Function(nameof(SweepRunsInTime))]
    public async Task SweepRunsInTime(
        [TimerTrigger("50 */5 * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        foreach (var run in await SweepAsync("sweep", client, Quiet, cancellation)) LogSwept(log, run.RunId, run.Shown, run.Found, run.Now);
    }

    /// <summary>
    /// <c>POST /api/runs/sweep?quietSeconds=120</c>: looks now at runs that have not changed for that long, and says what it
    /// found.
    /// </summary>
    [Function(nameof(SweepRuns))]
    public async Task<IActionResult> SweepRuns(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "runs/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var quiet = Quiet;
        if (OperatorAnswers.Text(request, "quietSeconds") is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                return OperatorAnswers.Wrong("quietSeconds", text, "Give whole seconds, 0 or more.");
            quiet = TimeSpan.FromSeconds(seconds);
        }
        var found = await SweepAsync(OperatorAnswers.Operator(request), client, quiet, cancellation);
        return new OkObjectResult(new { found = found.Count, runs = found });
    }

    private async Task<IReadOnlyList<SweptRun>> SweepAsync(
        string actor, DurableTaskClient client, TimeSpan quiet, CancellationToken cancellation)
    {
        var found = await sweep.SweepAsync(client, quiet, cancellation);
        foreach (var run in found)
            await audit.AddAsync(actor, "converge run", run.RunId, $"{run.Shown} -> {run.Now}", cancellation: cancellation);
        return found;
    }

    [LoggerMessage(1003, LogLevel.Warning, "Run {RunId} was shown as {Shown} but is {Found}; it is shown as {Now} from now on")]
    private static partial void LogSwept(ILogger logger, string runId, RunState shown, string found, RunState now);
}
