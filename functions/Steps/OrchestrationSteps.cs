using System.Text.Json;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Connections;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Steps;

/// <summary>How orchestrations call their steps: deterministic, with the policy's decisions taken from the history.</summary>
public static class OrchestrationSteps
{
    /// <summary>
    /// A step reports its own failures. What it throws all the same is a store that would not take its report: the engine then
    /// asks again.
    /// </summary>
    internal static readonly TaskOptions UntilStored = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 100, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>Calls an activity until it succeeds or the policy gives up.</summary>
    /// <exception cref="StepFailedException">The policy gave up, or a person rejected.</exception>
    public static async Task<TOut> StepAsync<TIn, TOut>(this TaskOrchestrationContext context, string activity, TIn input)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await context.CallActivityAsync<StepResult<TOut>>(
                activity, new Step<TIn>(context.InstanceId, attempt, input), UntilStored);
            if (result.Failure is not { } failure) return result.Value!;
            if (failure.Code == Failure.TurnLater) attempt--;
            switch (result.Decision.Action)
            {
                case FailureAction.RetryNow:
                    break;
                case FailureAction.RetryLater:
                    await context.CreateTimer(result.Decision.Delay, CancellationToken.None);
                    break;
                case FailureAction.PauseConnection:
                    await context.AwaitConnectionAsync(failure.Connection);
                    attempt--;
                    break;
                case FailureAction.Hold:
                    var decision = await context.HoldAsync($"{failure.Message} {failure.Cure}");
                    if (!decision.Approved) throw new StepFailedException(activity, failure, attempt);
                    attempt = 0;
                    break;
                default:
                    throw new StepFailedException(activity, failure, attempt);
            }
        }
    }

    /// <summary>Marks the run as waiting until its connection flows again, for as long as it takes.</summary>
    private static async Task AwaitConnectionAsync(this TaskOrchestrationContext context, string connection)
    {
        var waiting = await context.CallActivityAsync<ConnectionWaiting>(
            nameof(ConnectionActivities.AwaitConnection), new ConnectionWait(context.InstanceId, connection), UntilStored);
        if (waiting.Before is not { } before) return;
        await context.WaitForExternalEvent<string>(PausedConnectionOrchestration.ResumedEvent(connection));
        await context.SetStateAsync(before.State, before.Outcome);
    }

    /// <summary>Marks the run as held and waits for a person, for as long as it takes.</summary>
    public static async Task<HoldDecision> HoldAsync(this TaskOrchestrationContext context, string reason)
    {
        await context.SetStateAsync(RunState.Held, reason);
        var decision = await context.WaitForExternalEvent<HoldDecision>("decision");
        await context.SetStateAsync(RunState.Running, decision.Approved ? "approved" : "rejected");
        return decision;
    }

    /// <summary>
    /// Reads a record until it is ready, or until patience ends. What is told to the run while it only runs is not kept, so it
    /// looks once more after it says that it waits: what came before that is seen, what comes after is told.
    /// </summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="read">Reads the record.</param>
    /// <param name="waitsFor">What the record waits for, or null when it is ready.</param>
    /// <param name="patience">How long the run waits for each piece of news.</param>
    /// <returns>The record as it was read last.</returns>
    public static async Task<T> ReadUntilAsync<T>(
        this TaskOrchestrationContext context, Func<Task<T>> read, Func<T, string?> waitsFor, TimeSpan patience)
    {
        var record = await read();
        if (waitsFor(record) is not { } reason) return record;
        await context.SetStateAsync(RunState.Waiting, reason);
        while (waitsFor(record = await read()) is not null && await context.NewsAsync(patience)) { }
        if (waitsFor(record) is null) await context.SetStateAsync(RunState.Running, "goes on");
        return record;
    }

    /// <summary>Shows the run as waiting until its source has news, or until patience ends.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="news">The news; asked for before the source was read, so that none is missed.</param>
    /// <param name="reason">What it waits for.</param>
    /// <param name="patience">How long it waits.</param>
    public static async Task AwaitNewsAsync(this TaskOrchestrationContext context, Task<string> news, string reason, TimeSpan patience)
    {
        await context.SetStateAsync(RunState.Waiting, reason);
        using var over = new CancellationTokenSource();
        await Task.WhenAny(news, context.CreateTimer(patience, over.Token));
        over.Cancel();
    }

    private static async Task<bool> NewsAsync(this TaskOrchestrationContext context, TimeSpan patience)
    {
        using var over = new CancellationTokenSource();
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent, over.Token);
        var first = await Task.WhenAny(news, context.CreateTimer(patience, over.Token));
        over.Cancel();
        return first == news;
    }

    private static Task SetStateAsync(this TaskOrchestrationContext context, RunState state, string outcome) =>
        context.CallActivityAsync(nameof(RunActivities.SetRunState), new RunStateChange(context.InstanceId, state, outcome), UntilStored);

    /// <summary>Ends the run with a state and a line for people.</summary>
    public static async Task<string> EndAsync(
        this TaskOrchestrationContext context, RunState state, string outcome, string? number = null)
    {
        context.SetCustomStatus(FlowStart.Ending);
        await context.CallActivityAsync(
            nameof(RunActivities.EndRun), new RunStateChange(context.InstanceId, state, outcome, number), UntilStored);
        return outcome;
    }

    /// <summary>Dead-letters the run after a step gave up.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="failed">The step and why.</param>
    /// <param name="flow">The flow's name.</param>
    /// <param name="key">The business key.</param>
    /// <param name="payload">Reference of the record, or null.</param>
    /// <param name="resume">The input that starts the flow after its reading step, or null where it did not get so far.</param>
    public static Task<string> DeadLetterAsync(
        this TaskOrchestrationContext context, StepFailedException failed, string flow, string key, string? payload, object? resume = null)
    {
        context.SetCustomStatus(FlowStart.Ending);
        return context.ReportAsync(nameof(RunActivities.DeadLetterRun), failed, flow, key, payload, resume);
    }

    /// <summary>Leaves an entry for a person to review what a run that has ended did; its parameters are a dead letter's.</summary>
    public static Task<string> AskForReviewAsync(
        this TaskOrchestrationContext context, StepFailedException review, string flow, string key, string? payload, object? resume) =>
        context.ReportAsync(nameof(RunActivities.AskForReview), review, flow, key, payload, resume);

    private static async Task<string> ReportAsync(
        this TaskOrchestrationContext context, string activity, StepFailedException failed, string flow, string key, string? payload,
        object? resume)
    {
        await context.CallActivityAsync(
            activity,
            new RunFailure(
                context.InstanceId, flow, key, failed.Step, failed.Failure, payload, failed.Attempts,
                resume is null ? null : JsonSerializer.Serialize(resume, resume.GetType())),
            UntilStored);
        return failed.Failure.Message;
    }
}
