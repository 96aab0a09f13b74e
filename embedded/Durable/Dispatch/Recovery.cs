using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>What a stopped engine has left to do.</summary>
internal sealed record Recovery(long LastExecution, long LastInboxId, StepEffects Effects)
{
    public static Recovery Read(StoreSession session)
    {
        var effects = new StepEffects();
        effects.Created.AddRange(session.Query(
            $"SELECT {InstanceTable.Columns} FROM durable_instances INDEXED BY durable_open WHERE completed IS NULL AND length = 0",
            InstanceTable.Read));
        var inbox = InboxTable.ReadAll(session);
        effects.Messages.AddRange(inbox.Select(row => (row.InstanceId, new Message(row.Event, row.Execution, row.Id))));
        effects.Activities.AddRange(PendingWork.Activities(session));
        effects.Timers.AddRange(PendingWork.Timers(session));
        return new Recovery(
            session.Scalar("SELECT max(execution) FROM durable_instances") as long? ?? 0,
            inbox.Count == 0 ? 0 : inbox[^1].Id,
            effects);
    }
}
