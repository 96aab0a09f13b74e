using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Dispatch;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>Sets failed instances back to before their failure, with the sub-orchestrations that failed them.</summary>
internal sealed class InstanceRewinding(EventDelivery delivery)
{
    /// <exception cref="InvalidOperationException">The instance has not failed.</exception>
    public void Rewind(StoreSession session, StepEffects effects, InstanceRow row, string? reason, DateTime now)
    {
        if (row.Status != OrchestrationStatus.Failed)
        {
            throw new InvalidOperationException(
                $"Only a failed orchestration can be rewound; '{row.InstanceId}' is {row.Status}.");
        }
        var plan = RewindPlan.Of(HistoryTable.ReadPositions(session, row));
        foreach (var position in plan.Dropped) HistoryTable.Drop(session, row.Execution, position);
        var again = row with
        {
            Status = plan.IsEmpty ? OrchestrationStatus.Pending : OrchestrationStatus.Running,
            Completed = null, Output = null, Failure = null, Updated = now.Ticks, Length = plan.IsEmpty ? 0 : row.Length,
        };
        InstanceTable.Update(session, again);
        effects.Changed.Add(row.InstanceId);
        if (plan.IsEmpty) effects.Created.Add(again);
        var rewound = new ExecutionRewoundEvent(-1, reason) { Timestamp = now };
        delivery.Deliver(session, effects, row.InstanceId, rewound, row.Execution);
        foreach (var e in plan.Again) delivery.Deliver(session, effects, row.InstanceId, e, row.Execution);
        foreach (var action in plan.Open) Reopen(session, effects, row, action, reason, now);
    }

    private void Reopen(
        StoreSession session, StepEffects effects, InstanceRow row, HistoryEvent action, string? reason, DateTime now)
    {
        switch (action)
        {
            case TaskScheduledEvent task:
                var input = Payloads.Store(session, row.Execution, task.Input);
                var activity = new ActivityRow(row.Execution, task.EventId, row.InstanceId, task.Name!, input);
                PendingWork.Add(session, activity);
                effects.Activities.Add(activity);
                break;
            case TimerCreatedEvent set:
                var timer = new TimerRow(row.Execution, set.EventId, row.InstanceId, set.FireAt.Ticks);
                PendingWork.Add(session, timer);
                effects.Timers.Add(timer);
                break;
            case SubOrchestrationInstanceCreatedEvent { InstanceId: { } id }
                when InstanceTable.Find(session, id) is { HasEnded: true } child:
                if (child.Status == OrchestrationStatus.Failed) Rewind(session, effects, child, reason, now);
                else delivery.TellParent(session, effects, child, Payloads.Load(session, child.Output), now);
                break;
        }
    }
}
