using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Steps;

/// <summary>A run's new state.</summary>
public sealed record RunStateChange(string RunId, RunState State, string Outcome, string? Number = null);

/// <summary>Why a run could not go on.</summary>
public sealed record RunFailure(string RunId, string Flow, string Key, string Step, Failure Failure, string? Payload);

/// <summary>The bookkeeping that every orchestration does through activities.</summary>
public sealed class RunActivities(RunStore runs, DeadLetterStore deadLetters)
{
    /// <summary>Changes the state of a run that goes on.</summary>
    [Function(nameof(SetRunState))]
    public Task SetRunState([ActivityTrigger] RunStateChange change) =>
        runs.SetStateAsync(change.RunId, change.State, change.Outcome, change.Number);

    /// <summary>Ends a run; a run that went through closes its older dead letter.</summary>
    [Function(nameof(EndRun))]
    public async Task EndRun([ActivityTrigger] RunStateChange change)
    {
        if (change.State == RunState.Done) await deadLetters.CloseAsync(change.RunId);
        await runs.SetStateAsync(change.RunId, change.State, change.Outcome, change.Number);
    }

    /// <summary>Keeps the record for repair and ends the run.</summary>
    [Function(nameof(DeadLetterRun))]
    public async Task DeadLetterRun([ActivityTrigger] RunFailure failed)
    {
        await deadLetters.AddAsync(new DeadLetter
        {
            RunId = failed.RunId,
            Flow = failed.Flow,
            Key = failed.Key,
            Step = failed.Step,
            Failure = failed.Failure,
            Owner = FailurePolicy.Owner(failed.Failure.Class),
            Payload = failed.Payload,
        });
        await runs.SetStateAsync(failed.RunId, RunState.DeadLettered, $"{failed.Failure.Message} {failed.Failure.Cure}");
    }
}
