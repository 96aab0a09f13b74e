using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>
/// One execution of an orchestrator in memory. It is replayed from a history once, then advanced by new events, and stays as
/// it is between them. Knows nothing of storage. Not thread-safe: one step at a time.
/// </summary>
internal sealed class OrchestrationExecution
{
    private readonly OrchestrationStart start;
    private readonly IDurableFunctions functions;
    private readonly OrchestratorThread thread;
    private readonly DurableContext context;
    private readonly TaskLedger ledger = new();
    private readonly Queue<HistoryEvent> held = new();
    private Task<object?>? code;
    private ExecutionEnd? end;
    private bool aborted;

    public OrchestrationExecution(
        OrchestrationStart start, IDurableFunctions functions, DurableEngineOptions options, ILoggerFactory loggers,
        Action onForeignAwait)
    {
        this.start = start;
        this.functions = functions;
        Converter = options.DataConverter;
        thread = new OrchestratorThread(onForeignAwait);
        context = new DurableContext(start, options, thread, ledger, loggers);
    }

    public bool IsSuspended { get; private set; }

    private Microsoft.DurableTask.DataConverter Converter { get; }

    /// <summary>Repeats what the history holds; a difference shows in the next <see cref="Advance"/>.</summary>
    public void Replay(IEnumerable<HistoryEvent> past)
    {
        context.SetReplaying(true);
        Play(past);
        ledger.CancelledTimers.Clear();
    }

    /// <summary>Takes in new events and says what the orchestrator wants done.</summary>
    public StepOutcome Advance(IEnumerable<HistoryEvent> fresh)
    {
        context.SetReplaying(false);
        Play(fresh);
        end ??= Ended();
        var cancelled = ledger.CancelledTimers.ToList();
        ledger.CancelledTimers.Clear();
        return new StepOutcome(aborted ? [] : ledger.TakeActions(), cancelled, context.CustomStatus(), end);
    }

    /// <summary>
    /// Ends the execution with an error in the next <see cref="Advance"/>; nothing else that it asked for is done.
    /// </summary>
    public void Abort(Exception failure)
    {
        aborted = true;
        end ??= Failed(failure);
    }

    private void Play(IEnumerable<HistoryEvent> events)
    {
        try
        {
            foreach (var next in events)
            {
                if (end is not null) return;
                if (next is OrchestratorStartedEvent) context.Begin(next.Timestamp);
                else if (next is OrchestratorCompletedEvent) Determinism.ConfirmNothingElse(ledger, start.InstanceId);
                else thread.Run(() => Process(next));
                next.IsPlayed = true;
            }
        }
        catch (NonDeterministicOrchestrationException mismatch)
        {
            Abort(mismatch);
        }
    }

    private void Process(HistoryEvent next)
    {
        if (IsSuspended && next is not (ExecutionResumedEvent or ExecutionTerminatedEvent))
        {
            if (next is not ExecutionSuspendedEvent) held.Enqueue(next);
            return;
        }
        switch (next)
        {
            case ExecutionStartedEvent: code = RunCodeAsync(); break;
            case TaskCompletedEvent done: ledger.Complete(done.TaskScheduledId, done.Result); break;
            case TaskFailedEvent failed: ledger.Fail(failed.TaskScheduledId, failed.FailureDetails); break;
            case SubOrchestrationInstanceCompletedEvent done: ledger.Complete(done.TaskScheduledId, done.Result); break;
            case SubOrchestrationInstanceFailedEvent failed: ledger.Fail(failed.TaskScheduledId, failed.FailureDetails); break;
            case TimerFiredEvent fired: ledger.Complete(fired.TimerId, null); break;
            case EventRaisedEvent raised: context.Raise(raised); break;
            case ExecutionTerminatedEvent terminated: end = new ExecutionEnd.Terminated(terminated.Input); break;
            case ExecutionSuspendedEvent: IsSuspended = true; ledger.Suspend(); break;
            case ExecutionResumedEvent: Resume(); break;
            case TaskScheduledEvent or TimerCreatedEvent or SubOrchestrationInstanceCreatedEvent or EventSentEvent:
                Determinism.Confirm(ledger, next, start.InstanceId);
                break;
        }
    }

    // The await keeps the end of the code on the orchestrator's thread too: an end from elsewhere is a foreign continuation.
    private async Task<object?> RunCodeAsync() => await functions.RunOrchestratorAsync(start.Name, context);

    private void Resume()
    {
        IsSuspended = false;
        ledger.Resume();
        while (!IsSuspended && held.TryDequeue(out var next)) Process(next);
    }

    // An orchestration whose code has returned goes on until its open tasks (timers, say) are done, as in the real engine.
    private ExecutionEnd? Ended()
    {
        if (code is null || ledger.HasOpenTasks) return null;
        if (!code.IsCompleted)
        {
            if (IsSuspended || context.IsWaitingForEvent) return null;
            Abort(new InvalidOperationException(ForeignAwait.Message));
            return end;
        }
        if (code.IsFaulted) return Failed(code.Exception!.InnerExceptions[0]);
        if (code.IsCanceled) return Failed(new TaskCanceledException(code));
        if (context.Continuation is { } next) return new ExecutionEnd.ContinuedAsNew(next.Input, next.NewVersion, next.Carried);
        try { return new ExecutionEnd.Completed(Converter.Serialize(code.Result)); }
        catch (Exception failure) { return Failed(failure); }
    }

    private static ExecutionEnd.Failed Failed(Exception failure) => new(FailureDetails.From(failure));
}
