using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Execution;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>A step that was taken in memory.</summary>
/// <param name="Events">What the execution took in; empty where it did not move.</param>
/// <param name="Outcome">What came of it; null where it did not move.</param>
/// <param name="InboxIds">Messages that are dealt with.</param>
/// <param name="Status">The instance's status afterwards.</param>
internal sealed record Step(
    IReadOnlyList<HistoryEvent> Events, StepOutcome? Outcome, IReadOnlyList<long> InboxIds, OrchestrationStatus Status)
{
    public ExecutionTerminatedEvent? Terminates =>
        Outcome?.End is ExecutionEnd.Terminated ? Events.OfType<ExecutionTerminatedEvent>().FirstOrDefault() : null;

    public static OrchestrationStatus StatusOf(ExecutionEnd end) => end switch
    {
        ExecutionEnd.Completed => OrchestrationStatus.Completed,
        ExecutionEnd.Failed => OrchestrationStatus.Failed,
        ExecutionEnd.Terminated => OrchestrationStatus.Terminated,
        _ => OrchestrationStatus.ContinuedAsNew,
    };
}

/// <summary>The execution in memory is no longer the one in the store.</summary>
internal sealed class StaleExecutionException(string instanceId) : Exception($"Instance '{instanceId}' has been replaced.");
