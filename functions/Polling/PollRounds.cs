using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Polling;

/// <summary>Has polls go round: by the clock, and when somebody asks.</summary>
public sealed partial class PollRounds(AuditTrail audit, ILogger<PollRounds> log)
{
    /// <summary>A round whose time has come; what goes wrong is left to the next one.</summary>
    public async Task InTimeAsync(RoundedPoll poll, DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        try
        {
            if (await poll.RunAsync(client, full, cancellation) is { Counts.Taken: > 0 } round) LogRound(log, poll.Subject, round);
        }
        catch (FailureException failed)
        {
            LogFailure(log, poll.Subject, failed.Failure.Connection, failed.Failure.Code, failed.Failure.Message);
        }
    }

    /// <summary>A round that somebody asked for, with <c>?full=true</c> over everything; the answer says what it found.</summary>
    public async Task<IActionResult> AskedAsync(
        RoundedPoll poll, HttpRequest request, DurableTaskClient client, CancellationToken cancellation)
    {
        var full = OperatorAnswers.Text(request, "full") is "true";
        try
        {
            if (await poll.RunAsync(client, full, cancellation) is not { } round)
                return OperatorAnswers.Unavailable("A connection is paused; the sweep comes by itself when it flows again.");
            await audit.AddAsync(
                OperatorAnswers.Operator(request), full ? "sweep everything" : "sweep changes", poll.Subject, round.ToString(),
                cancellation: cancellation);
            return new OkObjectResult(round);
        }
        catch (FailureException failed) { return OperatorAnswers.Unavailable($"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }

    [LoggerMessage(1401, LogLevel.Information, "{Subject}: {Round}")]
    private static partial void LogRound(ILogger logger, string subject, PollRound round);

    [LoggerMessage(1402, LogLevel.Warning, "{Subject} could not be read ({Connection}, {Code}): {Reason} The next round reads it again")]
    private static partial void LogFailure(ILogger logger, string subject, string connection, string code, string reason);
}
