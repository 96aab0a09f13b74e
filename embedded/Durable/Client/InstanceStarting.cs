using DurableTask.Core;
using DurableTask.Core.Exceptions;
using Isthmus.Embedded.Durable.Dispatch;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>Creates instances; decides what becomes of an older one of the same id.</summary>
internal sealed class InstanceStarting(Sequence executions, EventDelivery delivery)
{
    /// <summary>States of an older instance in which a start is refused where nothing else is said.</summary>
    public static IReadOnlySet<OrchestrationStatus> NotEnded { get; } = new HashSet<OrchestrationStatus>
    {
        OrchestrationStatus.Pending, OrchestrationStatus.Running, OrchestrationStatus.Suspended,
        OrchestrationStatus.ContinuedAsNew,
    };

    /// <exception cref="ArgumentException">A status does not exist.</exception>
    public static IReadOnlySet<OrchestrationStatus> RefusedStatuses(IReadOnlyList<string>? dedupe) => dedupe is null
        ? NotEnded
        : dedupe.Select(name => Enum.TryParse<OrchestrationStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException(
                $"Invalid orchestration runtime status: '{name}' for deduplication.", nameof(dedupe))).ToHashSet();

    public void Start(StoreSession session, StepEffects effects, InstanceRow row, IReadOnlySet<OrchestrationStatus> refused)
    {
        if (InstanceTable.Find(session, row.InstanceId) is { } old)
        {
            if (refused.Contains(old.Status))
            {
                throw new OrchestrationAlreadyExistsException(
                    $"An orchestration with instance id '{row.InstanceId}' already exists and is {old.Status}. " +
                    "Wait until it has ended, terminate it, or use another id.");
            }
            Replace(session, effects, old, row);
        }
        row = row with { Execution = executions.Next() };
        InstanceTable.Insert(session, row);
        effects.Created.Add(row);
    }

    private void Replace(StoreSession session, StepEffects effects, InstanceRow old, InstanceRow by)
    {
        InstanceTable.Remove(session, old.Execution);
        InboxTable.Clear(session, old.InstanceId);
        if (old.HasEnded) return;
        delivery.TellParent(
            session, effects, old with { Status = OrchestrationStatus.Terminated }, null,
            new DateTime(by.Created, DateTimeKind.Utc));
    }
}
