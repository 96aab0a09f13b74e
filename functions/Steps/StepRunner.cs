using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Steps;

/// <summary>What a step tells about itself while it works.</summary>
public sealed class StepNotes
{
    /// <summary>One line for people, without personal values.</summary>
    public string? Detail { get; set; }

    /// <summary>The mapping document and version that the step used.</summary>
    public string? Mapping { get; set; }

    /// <summary>Names of the fields that the mapping filled, for the audit.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>
    /// A business key that the step learnt, such as a customer number; the run is found by it. Never a personal value.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>True for a step of which a run has thousands: it is written down only when it fails.</summary>
    public bool Routine { get; set; }

    /// <summary>The calls to vendors that the step makes.</summary>
    internal VendorCalls Calls { get; init; } = VendorCalls.Collect();
}

/// <summary>
/// Runs the work of an activity: turns every exception into a failure, asks the policy, and writes the run's step.
/// </summary>
public sealed partial class StepRunner(
    RunStore runs, PausedConnections pauses, HeldRecords held, IOptions<FailurePolicyOptions> policy, TimeProvider time,
    ILogger<StepRunner> log)
{
    /// <summary>Does the work of one step.</summary>
    /// <param name="step">What the orchestration asked for.</param>
    /// <param name="name">The step's name for people.</param>
    /// <param name="work">The work; it may be repeated, so it must find what an earlier try left.</param>
    public async Task<StepResult<TOut>> RunAsync<TIn, TOut>(Step<TIn> step, string name, Func<TIn, StepNotes, Task<TOut>> work)
    {
        var notes = new StepNotes { Calls = VendorCalls.Collect() };
        var started = time.GetUtcNow();
        using var turn = CallTurn.Start(step.RunId);
        try
        {
            var value = await work(step.Input, notes);
            await held.ThroughAsync(step.RunId, name, step.Attempt, time.GetUtcNow());
            if (!notes.Routine) await EndAsync(step, name, started, "done", notes);
            return new StepResult<TOut>(value, null, default);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var failure = Describe(exception, name);
            var decision = LockWaits.Spread(
                FailurePolicy.Decide(failure, step.Attempt, policy.Value), failure, step.RunId, step.Attempt);
            if (failure.Code == Failure.TurnLater) return new StepResult<TOut>(default, failure, decision);
            notes.Detail = failure.Message;
            if (failure.Class == FailureClass.Bug) LogBug(log, step.RunId, name, exception.GetType().Name, exception.StackTrace);
            if (decision.Action == FailureAction.PauseConnection) await pauses.PauseAsync(failure);
            else LogFailure(log, step.RunId, name, step.Attempt, failure.Class, failure.Code, decision.Action, decision.Delay);
            await held.FailedAsync(step.RunId, name, step.Attempt, failure, decision);
            await EndAsync(step, name, started, $"{failure.Class}: {failure.Code}", notes);
            return new StepResult<TOut>(default, failure, decision);
        }
    }

    private Task EndAsync<T>(Step<T> step, string name, DateTimeOffset started, string outcome, StepNotes notes)
    {
        var ended = new RunStep(name, step.Attempt, started, time.GetUtcNow(), outcome, notes.Detail)
        {
            Calls = notes.Calls.Read(),
        };
        return runs.AddStepAsync(step.RunId, ended, notes.Mapping, notes.Key);
    }

    /// <summary>An exception in our vocabulary.</summary>
    internal static Failure Describe(Exception exception, string step) => exception switch
    {
        FailureException known => known.Failure,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => new Failure(
            FailureClass.Transient, "isthmus", step, exception.GetType().Name, "The step was interrupted.", "It is tried again by itself."),
        JsonException => new Failure(
            FailureClass.Bug, "isthmus", step, "unexpected-shape", "A document has a shape that this version does not know.",
            "Send the run's id to support."),
        _ => new Failure(
            FailureClass.Bug, "isthmus", step, exception.GetType().Name, "The program failed in this step.", "Send the run's id to support."),
    };

    [LoggerMessage(1001, LogLevel.Warning,
        "Run {RunId}: {Step} failed at try {Attempt} ({Class}, {Code}); {Action} after {Delay}")]
    private static partial void LogFailure(
        ILogger logger, string runId, string step, int attempt, FailureClass @class, string code, FailureAction action, TimeSpan delay);

    [LoggerMessage(1002, LogLevel.Error, "Run {RunId}: {Step} met {Exception}\n{Stack}")]
    private static partial void LogBug(ILogger logger, string runId, string step, string exception, string? stack);
}
