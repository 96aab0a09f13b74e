using Isthmus.Core.Audit;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.DeadLetters;

/// <summary>What came of a wish to resubmit.</summary>
/// <param name="RunId">The run that is at work now, or null.</param>
/// <param name="Why">Why it cannot be, or null.</param>
public sealed record Resubmitted(string? RunId, string? Why);

/// <summary>
/// Runs the flow of a dead letter again. What it wrote before is found, not written twice; the entry closes when the run
/// succeeds.
/// </summary>
public sealed class Resubmission(RunStore runs, WebhookIntake intake, AuditTrail audit)
{
    /// <summary>Why the entry cannot be resubmitted now, or null.</summary>
    public async Task<string?> ObstacleAsync(DeadLetter letter, DurableTaskClient client, CancellationToken cancellation)
    {
        if (letter.Closed) return "The entry is closed: the record went through, or a person took care of it.";
        foreach (var run in new[] { letter.RunId, letter.LatestRun }.OfType<string>().Distinct())
        {
            if (await IsAtWorkAsync(run, client, cancellation))
                return $"The run {run} is at work again already; wait for its end.";
        }
        return null;
    }

    /// <summary>
    /// A run is written down as ended a moment before its orchestration ends; that moment is waited for.
    /// </summary>
    private async Task<bool> IsAtWorkAsync(string run, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(run, cancellation) is not { IsCompleted: false }) return false;
        if (await runs.FindAsync(run, cancellation) is not { State: RunState.DeadLettered or RunState.Done or RunState.Ignored }) return true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try { return !(await client.WaitForInstanceCompletionAsync(run, patience.Token)).IsCompleted; }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { return true; }
    }

    /// <summary>Why the entry cannot go on from its failed step, or null.</summary>
    public static string? StepObstacle(DeadLetter letter) => FlowRestarts.FromStep(letter) is null
        ? "The run did not get past reading its record; resubmit it from the start."
        : null;

    /// <summary>Resubmits from the start, or from the failed step.</summary>
    public async Task<Resubmitted> ResubmitAsync(
        DeadLetter letter, bool fromStep, string actor, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await ObstacleAsync(letter, client, cancellation) is { } why) return new(null, why);
        if (letter.Flow == Flows.Event) return await QueueAgainAsync(letter, actor, cancellation);
        if (fromStep && StepObstacle(letter) is { } unfit) return new(null, unfit);
        if ((fromStep ? FlowRestarts.FromStep(letter) : FlowRestarts.FromStart(letter)) is not { } restart)
            return new(null, $"Runs of the flow {letter.Flow} cannot be started again.");
        var run = fromStep ? letter.LatestRun ?? letter.RunId : letter.RunId;
        await audit.AddAsync(actor, fromStep ? "resubmit run from the failed step" : "resubmit run", run, "accepted", cancellation: cancellation);
        await StartAsync(run, restart, client, cancellation);
        return new(run, null);
    }

    /// <summary>Starts an edited copy under its own id; the same copy twice is one run.</summary>
    public async Task<Resubmitted> ResubmitCopyAsync(
        DeadLetter letter, string payload, IEnumerable<string> fields, string actor, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await ObstacleAsync(letter, client, cancellation) is { } why) return new(null, why);
        if (FlowRestarts.FromStep(letter, payload) is not { } restart) return new(null, StepObstacle(letter));
        var copy = $"{letter.RunId}-{PayloadReference.Mark(payload)}";
        var number = (await runs.FindAsync(letter.RunId, cancellation))?.Number;
        await audit.AddAsync(actor, "resubmit edited copy", copy, $"copy of {letter.RunId}", null, fields, cancellation);
        await runs.BeginAsync(
            new Run { Id = copy, Flow = letter.Flow, Key = letter.Key, Number = number, Parent = letter.RunId }, cancellation);
        await StartAsync(copy, restart, client, cancellation);
        return new(copy, null);
    }

    private async Task StartAsync(string run, FlowRestart restart, DurableTaskClient client, CancellationToken cancellation)
    {
        await runs.SetStateAsync(run, RunState.Running, "Resubmitted.", cancellation: cancellation);
        await FlowStart.StartUnlessAtWorkAsync(client, restart.Orchestration, run, restart.Input, cancellation);
    }

    private async Task<Resubmitted> QueueAgainAsync(DeadLetter letter, string actor, CancellationToken cancellation)
    {
        if (EventPointer.Parse(letter.Key) is not { } pointer) return new(null, "The message on the queue named no event; close the entry.");
        await audit.AddAsync(actor, "queue event again", letter.RunId, "accepted", cancellation: cancellation);
        await runs.SetStateAsync(letter.RunId, RunState.Running, "Queued again.", cancellation: cancellation);
        await intake.EnqueueAsync(pointer.Connection, pointer.EventId, cancellation);
        return new(letter.RunId, null);
    }
}
