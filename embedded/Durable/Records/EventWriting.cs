using DurableTask.Core.History;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>History events to columns.</summary>
internal static class EventWriting
{
    public static EventColumns ToColumns(HistoryEvent e)
    {
        var row = new EventColumns((int)e.EventType, e.EventId, e.Timestamp.Ticks);
        return e switch
        {
            TaskScheduledEvent task => row with
            {
                Name = task.Name, Data = task.Input, Details = new() { Version = NullIfEmpty(task.Version), Tags = task.Tags },
            },
            SubOrchestrationInstanceCreatedEvent child => row with
            {
                Name = child.Name, Data = child.Input,
                Details = new() { Version = NullIfEmpty(child.Version), InstanceId = child.InstanceId, Tags = child.Tags },
            },
            TaskCompletedEvent done => row with { RefId = done.TaskScheduledId, Data = done.Result },
            SubOrchestrationInstanceCompletedEvent done => row with { RefId = done.TaskScheduledId, Data = done.Result },
            TaskFailedEvent failed =>
                row with { RefId = failed.TaskScheduledId, Details = new() { Failure = failed.FailureDetails } },
            SubOrchestrationInstanceFailedEvent failed => row with
            {
                RefId = failed.TaskScheduledId, Details = new() { Failure = failed.FailureDetails },
            },
            TimerCreatedEvent timer => row with { Due = timer.FireAt.Ticks },
            TimerFiredEvent timer => row with { RefId = timer.TimerId, Due = timer.FireAt.Ticks },
            EventSentEvent sent =>
                row with { Name = sent.Name, Data = sent.Input, Details = new() { InstanceId = sent.InstanceId } },
            EventRaisedEvent raised => row with { Name = raised.Name, Data = raised.Input },
            ExecutionTerminatedEvent ended => row with { Data = ended.Input, Details = new() { Recursive = ended.Recursive } },
            ExecutionSuspendedEvent halted => row with { Data = halted.Reason },
            ExecutionResumedEvent resumed => row with { Data = resumed.Reason },
            ExecutionRewoundEvent rewound => row with { Data = rewound.Reason },
            // What an execution began and ended with stands in the instance's row.
            ExecutionStartedEvent or ExecutionCompletedEvent or OrchestratorStartedEvent or OrchestratorCompletedEvent => row,
            _ => throw new NotSupportedException($"A history does not hold events of type {e.EventType}."),
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
