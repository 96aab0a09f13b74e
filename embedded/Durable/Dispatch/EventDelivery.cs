using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Puts events into the inboxes of instances within a transaction.</summary>
internal sealed class EventDelivery(Sequence inboxIds)
{
    /// <summary>Delivers to an instance that has not ended; anything else is dropped, as in Azure.</summary>
    public void Deliver(StoreSession session, StepEffects effects, string instanceId, HistoryEvent e, long execution = 0)
    {
        if (!InstanceTable.IsOpen(session, instanceId)) return;
        var id = inboxIds.Next();
        InboxTable.Add(session, id, instanceId, execution, e);
        effects.Messages.Add((instanceId, new Message(e, execution, id)));
    }

    /// <summary>Tells the orchestration that waits for this one how it ended.</summary>
    public void TellParent(StoreSession session, StepEffects effects, InstanceRow ended, string? output, DateTime now)
    {
        if (ended.Parent is not { } parent) return;
        HistoryEvent e = ended.Status == OrchestrationStatus.Completed
            ? new SubOrchestrationInstanceCompletedEvent(-1, parent.TaskId, output)
            : Failed(parent.TaskId, ended.Failure ?? Terminated(ended.InstanceId));
        e.Timestamp = now;
        Deliver(session, effects, parent.InstanceId, e, parent.Execution);
    }

    public static SubOrchestrationInstanceFailedEvent Failed(int taskId, FailureDetails failure) =>
        new(-1, taskId, failure.ErrorMessage, null, failure);

    private static FailureDetails Terminated(string instanceId) =>
        new("Terminated", $"The sub-orchestration '{instanceId}' was terminated.", null, null, isNonRetriable: false);
}
