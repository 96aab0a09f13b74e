using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Steps;

/// <summary>A run's new state.</summary>
public sealed record RunStateChange(string RunId, RunState State, string Outcome, string? Number = null);

/// <summary>Why a run could not go on.</summary>
public sealed record RunFailure(
    string RunId, string Flow, string Key, string Step, Failure Failure, string? Payload, int Attempts = 1, string? Resume = null);

/// <summary>The bookkeeping that every orchestration does through activities.</summary>
public sealed partial class RunActivities(
    RunStore runs, RunFollowers followers, DeadLetterStore deadLetters, IOptions<FailurePolicyOptions> policy, ILogger<RunActivities> log)
{
    /// <summary>Changes the state of a run that goes on.</summary>
    [Function(nameof(SetRunState))]
    public Task SetRunState([ActivityTrigger] RunStateChange change) =>
        runs.SetStateAsync(change.RunId, change.State, change.Outcome, change.Number);

    /// <summary>
    /// Ends a run. One that went through, or that turned out to need nothing, closes the older dead letter of its record; an
    /// edited copy's success is its parent's as well. The runs that waited for this end are told.
    /// </summary>
    [Function(nameof(EndRun))]
    public async Task EndRun([ActivityTrigger] RunStateChange change, [DurableClient] DurableTaskClient client)
    {
        var run = await runs.GetAsync(change.RunId);
        var parent = run.Parent;
        await deadLetters.CloseAsync(parent ?? run.Id);
        if (parent is not null)
            await runs.SetStateAsync(parent, change.State, $"Carried on by its edited copy {run.Id}.", change.Number);
        await runs.SetStateAsync(run, change.State, change.Outcome, change.Number);
        LogEnded(log, run.Id, change.State, change.Outcome);
        await TellFollowersAsync(parent ?? run.Id, change.Outcome, client);
    }

    private async Task TellFollowersAsync(string runId, string outcome, DurableTaskClient client)
    {
        foreach (var follower in await followers.OfAsync(runId))
        {
            await FlowStart.TellAsync(client, follower, outcome, heeds: true, CancellationToken.None);
            await followers.RemoveAsync(runId, follower);
        }
    }

    /// <summary>
    /// Keeps the record for repair and ends the run. The failure of an edited copy goes to the entry of its parent.
    /// </summary>
    [Function(nameof(DeadLetterRun))]
    public async Task DeadLetterRun([ActivityTrigger] RunFailure failed)
    {
        await AskForReview(failed);
        await runs.SetStateAsync(failed.RunId, RunState.DeadLettered, $"{failed.Failure.Message} {failed.Failure.Cure}");
        LogDeadLettered(log, failed.RunId, failed.Step, failed.Failure.Connection, failed.Failure.Code, failed.Failure.Message);
    }

    /// <summary>Leaves an entry about a run, whatever became of it. The entry of an edited copy is its parent's.</summary>
    [Function(nameof(AskForReview))]
    public async Task AskForReview([ActivityTrigger] RunFailure failed)
    {
        await deadLetters.AddAsync(new DeadLetter
        {
            RunId = (await runs.FindAsync(failed.RunId))?.Parent ?? failed.RunId,
            LatestRun = failed.RunId,
            Flow = failed.Flow,
            Key = failed.Key,
            Step = failed.Step,
            Failure = failed.Failure,
            Owner = FailurePolicy.Owner(failed.Failure, policy.Value),
            Payload = failed.Payload,
            Resume = failed.Resume,
            Attempts = failed.Attempts,
        });
    }

    [LoggerMessage(1004, LogLevel.Information, "Run {RunId} is {State}: {Outcome}")]
    private static partial void LogEnded(ILogger logger, string runId, RunState state, string outcome);

    [LoggerMessage(1005, LogLevel.Warning, "Run {RunId} is a dead letter: {Step} on {Connection} gave up ({Code}): {Reason}")]
    private static partial void LogDeadLettered(ILogger logger, string runId, string step, string connection, string code, string reason);
}
