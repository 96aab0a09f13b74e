using DurableTask.Core.History;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>What an orchestrator's code is run with.</summary>
internal sealed record OrchestrationStart(
    string InstanceId, string Name, string Version, string? Input, ParentOrchestrationInstance? Parent);

/// <summary>What a step of an orchestrator came to.</summary>
/// <param name="Actions">What it asked for, in the order of sequence numbers.</param>
/// <param name="CancelledTimers">Timers of this execution that need not fire.</param>
/// <param name="CustomStatus">The custom status as text.</param>
/// <param name="End">How the execution ended; null where it goes on.</param>
internal sealed record StepOutcome(
    IReadOnlyList<HistoryEvent> Actions, IReadOnlyList<int> CancelledTimers, string? CustomStatus, ExecutionEnd? End);

/// <summary>The end of an execution.</summary>
internal abstract record ExecutionEnd
{
    public sealed record Completed(string? Output) : ExecutionEnd;

    public sealed record Failed(DurableTask.Core.FailureDetails Failure) : ExecutionEnd;

    public sealed record Terminated(string? Output) : ExecutionEnd;

    /// <param name="Input">Of the next execution.</param>
    /// <param name="NewVersion">Of the next execution; null: unchanged.</param>
    /// <param name="Carried">Events that came after the decision.</param>
    public sealed record ContinuedAsNew(string? Input, string? NewVersion, IReadOnlyList<EventRaisedEvent> Carried)
        : ExecutionEnd;
}
