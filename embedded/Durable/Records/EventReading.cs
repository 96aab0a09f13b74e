using DurableTask.Core.History;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>Columns to history events.</summary>
internal static class EventReading
{
    public static HistoryEvent ToEvent(EventColumns row, InstanceRow? instance)
    {
        var e = Create(row, row.Details ?? new EventDetails(), instance);
        e.Timestamp = Utc(row.Time);
        return e;
    }

    private static HistoryEvent Create(EventColumns row, EventDetails more, InstanceRow? instance) => (EventType)row.Type switch
    {
        EventType.OrchestratorStarted => new OrchestratorStartedEvent(row.EventId),
        EventType.OrchestratorCompleted => new OrchestratorCompletedEvent(row.EventId),
        EventType.ExecutionStarted => Started(instance!),
        EventType.ExecutionCompleted => new ExecutionCompletedEvent(
            row.EventId, instance!.Output ?? instance.Failure?.ErrorMessage, instance.Status, instance.Failure),
        EventType.TaskScheduled =>
            new TaskScheduledEvent(row.EventId, row.Name, more.Version ?? "", row.Data) { Tags = more.Tags },
        EventType.TaskCompleted => new TaskCompletedEvent(row.EventId, row.RefId!.Value, row.Data),
        EventType.TaskFailed =>
            new TaskFailedEvent(row.EventId, row.RefId!.Value, more.Failure?.ErrorMessage, null, more.Failure),
        EventType.SubOrchestrationInstanceCreated => new SubOrchestrationInstanceCreatedEvent(row.EventId)
        {
            Name = row.Name, Input = row.Data, InstanceId = more.InstanceId, Version = more.Version ?? "", Tags = more.Tags,
        },
        EventType.SubOrchestrationInstanceCompleted =>
            new SubOrchestrationInstanceCompletedEvent(row.EventId, row.RefId!.Value, row.Data),
        EventType.SubOrchestrationInstanceFailed => new SubOrchestrationInstanceFailedEvent(
            row.EventId, row.RefId!.Value, more.Failure?.ErrorMessage, null, more.Failure),
        EventType.TimerCreated => new TimerCreatedEvent(row.EventId, Utc(row.Due!.Value)),
        EventType.TimerFired => new TimerFiredEvent(row.EventId, Utc(row.Due!.Value)) { TimerId = row.RefId!.Value },
        EventType.EventSent =>
            new EventSentEvent(row.EventId) { Name = row.Name, Input = row.Data, InstanceId = more.InstanceId },
        EventType.EventRaised => new EventRaisedEvent(row.EventId, row.Data) { Name = row.Name },
        EventType.ExecutionTerminated => new ExecutionTerminatedEvent(row.EventId, row.Data) { Recursive = more.Recursive },
        EventType.ExecutionSuspended => new ExecutionSuspendedEvent(row.EventId, row.Data),
        EventType.ExecutionResumed => new ExecutionResumedEvent(row.EventId, row.Data),
        EventType.ExecutionRewound => new ExecutionRewoundEvent(row.EventId, row.Data),
        var type => throw new NotSupportedException($"A history does not hold events of type {type}."),
    };

    private static ExecutionStartedEvent Started(InstanceRow row) => new(-1, row.Input)
    {
        Name = row.Name,
        Version = row.Version,
        Tags = row.Tags?.ToDictionary(),
        ScheduledStartTime = row.StartAt is { } at ? Utc(at) : null,
        OrchestrationInstance = new() { InstanceId = row.InstanceId, ExecutionId = row.ExecutionId },
        ParentInstance = row.Parent is not { } parent ? null : new()
        {
            Name = parent.Name, TaskScheduleId = parent.TaskId, OrchestrationInstance = new() { InstanceId = parent.InstanceId },
        },
    };

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
