namespace DurableTask.Core.History;

/// <summary>Kinds of history events, with the numbers of the real framework.</summary>
public enum EventType
{
    /// <summary>The instance began.</summary>
    ExecutionStarted,

    /// <summary>The instance ended.</summary>
    ExecutionCompleted,

    /// <summary>Not recorded; a failure is an <see cref="ExecutionCompleted"/>.</summary>
    ExecutionFailed,

    /// <summary>The instance was ended by force.</summary>
    ExecutionTerminated,

    /// <summary>An activity was called.</summary>
    TaskScheduled,

    /// <summary>An activity returned.</summary>
    TaskCompleted,

    /// <summary>An activity failed.</summary>
    TaskFailed,

    /// <summary>A sub-orchestration was started.</summary>
    SubOrchestrationInstanceCreated,

    /// <summary>A sub-orchestration returned.</summary>
    SubOrchestrationInstanceCompleted,

    /// <summary>A sub-orchestration failed.</summary>
    SubOrchestrationInstanceFailed,

    /// <summary>A timer was set.</summary>
    TimerCreated,

    /// <summary>A timer came due.</summary>
    TimerFired,

    /// <summary>A step began.</summary>
    OrchestratorStarted,

    /// <summary>A step ended.</summary>
    OrchestratorCompleted,

    /// <summary>An event was sent to another instance.</summary>
    EventSent,

    /// <summary>An event came from outside.</summary>
    EventRaised,

    /// <summary>The instance began anew.</summary>
    ContinueAsNew,

    /// <summary>Something else.</summary>
    GenericEvent,

    /// <summary>Not recorded.</summary>
    HistoryState,

    /// <summary>The instance was halted.</summary>
    ExecutionSuspended,

    /// <summary>The instance went on.</summary>
    ExecutionResumed,

    /// <summary>The instance was set back to before its failure.</summary>
    ExecutionRewound,
}
