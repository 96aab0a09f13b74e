using DurableTask.Core;
using Isthmus.Embedded.Durable.Execution;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>
/// Lets an instance act on its messages: step, transaction, consequences. Nothing leaves a step before it is on disk.
/// </summary>
internal sealed partial class StepRunner(
    EmbeddedStore store, Stepper stepper, EventDelivery delivery, Sequence executions, Action<StepEffects> apply, int slots,
    ILogger log)
    : IDisposable
{
    private static readonly TimeSpan PauseAfterFailedCommit = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim slots = new(Math.Max(1, slots));
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int active = 1;
    private volatile bool dropped;

    /// <summary>Takes messages of an instance until there are none.</summary>
    public async Task RunAsync(Mailbox box)
    {
        if (stop.IsCancellationRequested) return;
        Interlocked.Increment(ref active);
        try
        {
            while (!stop.IsCancellationRequested && box.TryTake(out var batch)) await StepAsync(box, batch);
        }
        catch (Exception failure) when (stop.IsCancellationRequested)
        {
            Log.Interrupted(log, failure, box.InstanceId);
        }
        catch (Exception failure)
        {
            // What is in the store stays there and is taken up again at the next start; the other instances go on.
            Log.Abandoned(log, failure, box.InstanceId);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Lets the steps that are under way come to their end, and begins no other.</summary>
    public Task StopAsync()
    {
        if (!stop.IsCancellationRequested)
        {
            stop.Cancel();
            Leave();
        }
        return idle.Task;
    }

    /// <summary>Begins nothing more and stores nothing more.</summary>
    public void Dispose()
    {
        dropped = true;
        StopAsync();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref active) == 0) idle.TrySetResult();
    }

    private async Task StepAsync(Mailbox box, List<Message> batch)
    {
        while (true)
        {
            if (box.Session is { } old && batch.Any(message => message.Execution > old.Row.Execution)) box.Session = null;
            if ((box.Session ??= stepper.Load(box.InstanceId)) is not { } session)
            {
                await DropAsync(batch);
                return;
            }
            List<Message> messages = [.. session.Deferred, .. batch];
            var now = store.Time.GetUtcNow().UtcDateTime;
            var step = await TakeAsync(session, messages, now);
            if (step is null)
            {
                var rejected = session.Deferred.Count == 0 && !(session.Row.StartAt > now.Ticks);
                if (rejected) Log.Rejected(log, box.InstanceId, session.Row.Version);
                session.Deferred = messages;
                return;
            }
            session.Deferred = [];
            if (step is { Outcome: null, InboxIds.Count: 0 }) return;
            if (await CommitAsync(session, step, now) is not { } commit)
            {
                // Another execution has taken the instance's place: what was sent to the instance is for that one.
                (box.Session, batch) = (null, messages);
                continue;
            }
            Follow(box, session, step, commit.After);
            apply(commit.Effects);
            if (commit.After is { Failure: { } failure } ended) Log.Failed(log, ended.InstanceId, ended.Name, failure.ErrorType);
            return;
        }
    }

    private async Task<Step?> TakeAsync(OrchestrationSession session, List<Message> messages, DateTime now)
    {
        await slots.WaitAsync(stop.Token);
        try { return stepper.Take(session, messages, now); }
        finally { slots.Release(); }
    }

    private async Task<Committed?> CommitAsync(OrchestrationSession session, Step step, DateTime now)
    {
        while (true)
        {
            var commit = new StepCommit(session, step, now, delivery, executions);
            try
            {
                return new Committed(await store.WriteAsync(session => Admit(commit, session)), commit.After);
            }
            catch (StaleExecutionException)
            {
                return null;
            }
            catch (StoreUnavailableException failure)
            {
                Log.CommitFailed(log, failure, session.Row.InstanceId);
                await Task.Delay(PauseAfterFailedCommit, store.Time, stop.Token);
            }
            catch (Exception failure) when (failure is not (ObjectDisposedException or OperationCanceledException)
                && step.Outcome?.End is not ExecutionEnd.Failed)
            {
                var end = new ExecutionEnd.Failed(FailureDetails.From(failure));
                var outcome = new StepOutcome([], [], session.CustomStatus, end);
                step = new Step([], outcome, step.InboxIds, OrchestrationStatus.Failed);
            }
        }
    }

    // Asked by the writer itself: once the engine is dropped nothing that it had under way is stored any more, as after a crash.
    private StepEffects Admit(StepCommit commit, StoreSession session) =>
        dropped ? throw new OperationCanceledException() : commit.Write(session);

    private static void Follow(Mailbox box, OrchestrationSession session, Step step, InstanceRow after)
    {
        if (after.HasEnded) box.Session = null;
        else if (after.Execution != session.Row.Execution) box.Session = new OrchestrationSession(after);
        else
        {
            session.Row = after;
            if (step.Outcome is { } outcome) session.CustomStatus = outcome.CustomStatus;
        }
    }

    private async Task DropAsync(List<Message> batch)
    {
        var ids = batch.Where(message => message.InboxId != 0).Select(message => message.InboxId).ToList();
        if (ids.Count == 0) return;
        await store.WriteAsync(session =>
        {
            if (dropped) throw new OperationCanceledException(); // the numbers may be another engine's by now
            foreach (var id in ids) InboxTable.Take(session, id);
            return ids.Count;
        });
    }

    private sealed record Committed(StepEffects Effects, InstanceRow After);

    private static partial class Log
    {
        [LoggerMessage(4101, LogLevel.Warning, "A step of orchestration '{InstanceId}' could not be stored yet; it will be tried again.")]
        public static partial void CommitFailed(ILogger logger, Exception failure, string instanceId);

        [LoggerMessage(4102, LogLevel.Error, "Orchestration '{InstanceId}' rests until the next start because of an error of the engine.")]
        public static partial void Abandoned(ILogger logger, Exception failure, string instanceId);

        // The message of the error may hold personal data: it stands in the history only.
        [LoggerMessage(4104, LogLevel.Warning, "Orchestration '{InstanceId}' ({Name}) failed: {ErrorType}.")]
        public static partial void Failed(ILogger logger, string instanceId, string name, string errorType);

        [LoggerMessage(4105, LogLevel.Warning, "Orchestration '{InstanceId}' has version '{Version}' and waits for a program that may run it.")]
        public static partial void Rejected(ILogger logger, string instanceId, string version);

        [LoggerMessage(4103, LogLevel.Debug, "Orchestration '{InstanceId}' was interrupted by the stop of the engine.")]
        public static partial void Interrupted(ILogger logger, Exception failure, string instanceId);
    }
}
