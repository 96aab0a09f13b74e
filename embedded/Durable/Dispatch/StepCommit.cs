using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Execution;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>
/// One step of an orchestration as one transaction: the events it took in, what it asked for, and where it stands. Can be
/// repeated as long as it has not been committed.
/// </summary>
internal sealed class StepCommit(
    OrchestrationSession session, Step step, DateTime now, EventDelivery delivery, Sequence executions)
{
    private readonly InstanceRow before = session.Row;
    private int length;

    /// <summary>The instance's row afterwards; of the next execution where the step continued as new.</summary>
    public InstanceRow After { get; private set; } = session.Row;

    /// <exception cref="StaleExecutionException">The execution is no longer the instance's.</exception>
    public StepEffects Write(StoreSession store)
    {
        var effects = new StepEffects();
        length = before.Length;
        var row = before with { Updated = now.Ticks, Status = step.Status, CustomStatus = CustomStatus(store) };
        if (!InstanceTable.IsAt(store, before)) throw new StaleExecutionException(before.InstanceId);
        if (step.Events.Count > 0) WriteHistory(store, effects);
        foreach (var id in step.InboxIds) InboxTable.Take(store, id);
        if (step.Outcome?.End is { } end) return End(store, effects, row, end);
        After = row with { Length = length };
        InstanceTable.Update(store, After);
        if (before.Status != After.Status) effects.Changed.Add(before.InstanceId);
        return effects;
    }

    private string? CustomStatus(StoreSession store)
    {
        var text = step.Outcome is null ? session.CustomStatus : step.Outcome.CustomStatus;
        return text == session.CustomStatus ? before.CustomStatus : Payloads.Store(store, before.Execution, text);
    }

    private void WriteHistory(StoreSession store, StepEffects effects)
    {
        foreach (var e in step.Events)
        {
            Append(store, e);
            if (e is TaskCompletedEvent done) PendingWork.RemoveActivity(store, before.Execution, done.TaskScheduledId);
            else if (e is TaskFailedEvent failed) PendingWork.RemoveActivity(store, before.Execution, failed.TaskScheduledId);
            else if (e is TimerFiredEvent fired) PendingWork.RemoveTimer(store, before.Execution, fired.TimerId);
        }
        foreach (var action in step.Outcome!.Actions)
        {
            action.Timestamp = now;
            Act(store, effects, action, Append(store, action));
        }
        foreach (var id in step.Outcome.CancelledTimers)
        {
            PendingWork.RemoveTimer(store, before.Execution, id);
            effects.CancelledTimers.Add((before.Execution, id));
        }
        if (step.Outcome.End is not null) Append(store, new ExecutionCompletedEvent(-1, null, step.Status));
        Append(store, new OrchestratorCompletedEvent(-1));
    }

    private string? Append(StoreSession store, HistoryEvent e)
    {
        if (e.Timestamp == default) e.Timestamp = now;
        return HistoryTable.Append(store, before.Execution, length++, e);
    }

    private void Act(StoreSession store, StepEffects effects, HistoryEvent action, string? storedData)
    {
        switch (action)
        {
            case TaskScheduledEvent task:
                var activity = new ActivityRow(before.Execution, task.EventId, before.InstanceId, task.Name!, storedData);
                PendingWork.Add(store, activity);
                effects.Activities.Add(activity);
                break;
            case TimerCreatedEvent set:
                var timer = new TimerRow(before.Execution, set.EventId, before.InstanceId, set.FireAt.Ticks);
                PendingWork.Add(store, timer);
                effects.Timers.Add(timer);
                break;
            case EventSentEvent sent when sent.InstanceId != before.InstanceId || step.Outcome!.End is null:
                delivery.Deliver(store, effects, sent.InstanceId!, Raised(sent));
                break;
            case SubOrchestrationInstanceCreatedEvent child:
                StartChild(store, effects, child);
                break;
        }
    }

    private void StartChild(StoreSession store, StepEffects effects, SubOrchestrationInstanceCreatedEvent child)
    {
        var existing = InstanceTable.Find(store, child.InstanceId!);
        if (existing is { HasEnded: false })
        {
            var refused = new OrchestrationAlreadyExistsException(
                $"An orchestration with instance id '{child.InstanceId}' already exists and is {existing.Status}.");
            var failure = EventDelivery.Failed(child.EventId, FailureDetails.From(refused));
            failure.Timestamp = now;
            delivery.Deliver(store, effects, before.InstanceId, failure, before.Execution);
            return;
        }
        if (existing is not null) InstanceTable.Remove(store, existing.Execution);
        var row = new InstanceRow(
            executions.Next(), child.InstanceId!, child.Name!, child.Version ?? "",
            OrchestrationStatus.Pending, now.Ticks, now.Ticks,
            Input: child.Input, Tags: child.Tags?.AsReadOnly(),
            Parent: new ParentRow(before.InstanceId, before.Name, before.Execution, child.EventId));
        InstanceTable.Insert(store, row);
        effects.Created.Add(row);
    }

    private StepEffects End(StoreSession store, StepEffects effects, InstanceRow row, ExecutionEnd end)
    {
        effects.Changed.Add(row.InstanceId);
        PendingWork.Remove(store, row.Execution);
        if (end is ExecutionEnd.ContinuedAsNew next) return ContinueAsNew(store, effects, row, next);
        var output = (end as ExecutionEnd.Completed)?.Output ?? (end as ExecutionEnd.Terminated)?.Output;
        After = row with
        {
            Completed = now.Ticks,
            Length = length,
            Output = Payloads.Store(store, row.Execution, output),
            Failure = (end as ExecutionEnd.Failed)?.Failure,
        };
        InstanceTable.Update(store, After);
        InboxTable.Clear(store, row.InstanceId);
        if (step.Terminates is { Recursive: true } order) TerminateChildren(store, effects, order);
        delivery.TellParent(store, effects, After, output, now);
        return effects;
    }

    private StepEffects ContinueAsNew(StoreSession store, StepEffects effects, InstanceRow row, ExecutionEnd.ContinuedAsNew next)
    {
        After = new InstanceRow(
            executions.Next(), row.InstanceId, row.Name, next.NewVersion ?? row.Version,
            OrchestrationStatus.Running, now.Ticks, now.Ticks,
            Input: next.Input, Tags: row.Tags, Parent: row.Parent);
        InstanceTable.Remove(store, row.Execution);
        InstanceTable.Insert(store, After);
        effects.Created.Add(After);
        foreach (var sent in step.Outcome!.Actions.OfType<EventSentEvent>().Where(sent => sent.InstanceId == row.InstanceId))
        {
            delivery.Deliver(store, effects, row.InstanceId, Raised(sent));
        }
        foreach (var carried in next.Carried) delivery.Deliver(store, effects, row.InstanceId, carried);
        return effects;
    }

    private void TerminateChildren(StoreSession store, StepEffects effects, ExecutionTerminatedEvent order)
    {
        var children = store.Query(
            "SELECT instance_id FROM durable_instances WHERE parent_execution = $1 AND completed IS NULL",
            row => row.GetString(0), before.Execution);
        foreach (var child in children)
        {
            var passedOn = new ExecutionTerminatedEvent(-1, order.Input) { Recursive = true, Timestamp = now };
            delivery.Deliver(store, effects, child, passedOn);
        }
    }

    private EventRaisedEvent Raised(EventSentEvent sent) => new(-1, sent.Input) { Name = sent.Name, Timestamp = now };
}
